import { expect, it } from 'vitest';
import type { Line } from '../statement/line.ts';
import { mendOf } from './mend.ts';

const line: Pick<Line, 'actions' | 'isOwn' | 'controls'> = { actions: [], isOwn: false, controls: [] };
const mend = (id: string, of = line) => mendOf({ id } as Parameters<typeof mendOf>[0], of).mend;

it('given a finding, then what mends it is offered: a decision, an action, or a look', () => {
  expect(['SOA-01', 'SOA-02', 'SOA-03', 'SOA-08', 'SOA-09'].map((id) => mend(id))).toEqual(
    Array(5).fill('edit'),
  );
  expect(['SOA-04', 'SOA-12'].map((id) => mend(id))).toEqual(['include', 'include']);
  expect([mend('SOA-07'), mend('SOA-13')]).toEqual(['proof', 'control']);
});

it('given it is not in place, then an action is added, or the one there is is completed', () => {
  expect(mend('SOA-06')).toBe('action');
  expect(mend('SOA-06', { ...line, actions: [{ id: 'a', title: 'Do it' }] })).toBe('complete-action');
});

it('given a control of our own, then it is shown where it stands: no requirement has its proof', () => {
  expect(mend('SOA-07', { ...line, isOwn: true })).toBe('control');
});
