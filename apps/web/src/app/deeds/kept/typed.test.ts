import { describe, expect, it } from 'vitest';
import { typedOf } from './typed.ts';

const typed = (input: object, changes?: readonly string[]) =>
  typedOf({ organisation: 'o', name: 'x', input: { ...input }, changes }, ['control']);

describe('what is shown of a change that is not recorded', () => {
  it('given texts, days, numbers, yes and no, lists, and what was emptied, then each is shown as what it is', () => {
    expect(
      typed({
        name: 'Reviews',
        due: '2027-01-20',
        graceDays: 7,
        wanted: false,
        notes: null,
        what: ['a', 'b'],
      }),
    ).toEqual([
      { kind: 'text', text: 'Reviews' },
      { kind: 'said', member: 'due', value: '2027-01-20' },
      { kind: 'said', member: 'graceDays', value: 7 },
      { kind: 'said', member: 'wanted', value: false },
      { kind: 'said', member: 'notes', value: null },
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'b' },
    ]);
  });

  it('given a list of what has a kind and a text, then the text is shown', () => {
    expect(typed({ reasons: [{ kind: 'risk', text: 'accounts' }] })).toEqual([
      { kind: 'text', text: 'accounts' },
    ]);
  });

  it('given codes and ids, then they are told with their fields; what only names the record is not', () => {
    const owner = '0b7a9d7e-6f43-4a5c-8f5e-0d9f3c1a2b4c';
    expect(typed({ control: 'AC-01', framework: 'iso', owner, priority: 'high', period: 'P3M' })).toEqual([
      { kind: 'said', member: 'owner', value: owner },
      { kind: 'said', member: 'priority', value: 'high' },
      { kind: 'said', member: 'period', value: 'P3M' },
    ]);
  });

  it('given that it says the whole record, then only what it changes is shown', () => {
    expect(typed({ wanted: true, notes: 'Ours', rationale: 'Why' }, ['rationale'])).toEqual([
      { kind: 'text', text: 'Why' },
    ]);
  });
});
