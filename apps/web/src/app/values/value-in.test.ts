import { describe, expect, it } from 'vitest';
import { isLongText, valueIn } from './value-in.ts';

describe('what a value of a record is', () => {
  it.each([
    ['implementation', 'operating', { kind: 'code', code: 'operating' }],
    ['owner', 'p-1', { kind: 'id', id: 'p-1' }],
    [
      'linked',
      '0b7a9d7e-6f43-4a5c-8f5e-0d9f3c1a2b4c',
      { kind: 'id', id: '0b7a9d7e-6f43-4a5c-8f5e-0d9f3c1a2b4c' },
    ],
    ['due', '2027-01-20', { kind: 'day', day: '2027-01-20' }],
    ['period', 'P3M', { kind: 'period', count: 3, unit: 'months' }],
    ['name', 'P3M', { kind: 'text', text: 'P3M' }],
    ['wanted', false, { kind: 'answer', isYes: false }],
    ['graceDays', 7, { kind: 'number', number: 7 }],
    ['owner', null, { kind: 'nothing' }],
    ['scopes', [], { kind: 'nothing' }],
  ])('given %s %j, then it is %j', (member, value, is) => {
    expect(valueIn(member, value)).toEqual(is);
  });

  it('given a list of what has members, then each by its own', () => {
    expect(valueIn('reasons', [{ kind: 'risk', text: 'accounts' }])).toMatchObject({
      values: [{ value: { values: [{ value: { kind: 'code' } }, { value: { kind: 'text' } }] } }],
    });
  });

  it('given a text of one line, a code or a day, then it is no long text', () => {
    expect(isLongText('statement', 'Weekly.')).toBe(true);
    for (const [member, value] of [
      ['name', 'Reviews'],
      ['design', 'draft'],
      ['due', '2027-01-20'],
      ['notes', 3],
    ])
      expect(isLongText(member as string, value)).toBe(false);
  });
});
