import { expect, it } from 'vitest';
import { tabOf } from './tab.ts';

it('given an address that names a record, then its register is shown without saying so', () => {
  expect(tabOf({ document: 'd-1' })).toBe('documents');
  expect(tabOf({ entity: 'e-1' })).toBe('entities');
  expect(tabOf({ tab: 'exports', document: 'd-1' })).toBe('exports');
});

it('given an address that says nothing or nothing known, then reports are shown', () => {
  expect(tabOf({})).toBe('reports');
  expect(tabOf({ tab: 'nothing' })).toBe('reports');
});
