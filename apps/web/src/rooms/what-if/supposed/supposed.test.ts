import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedOf,
  type Change,
  changesIn,
  keyOf,
  searchOf,
  supposedStates,
  withChange,
  withoutChange,
} from './supposed.ts';

const name = fc.stringMatching(/^[A-Z]{1,4}-[0-9]{1,3}$/);
const isOff = fc.boolean();
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    code: name,
    state: fc.constantFrom(...supposedStates),
    isOff,
  }),
  fc.record({ kind: fc.constant('lapse' as const), evidence: fc.uuid(), isOff }),
  fc.record({
    kind: fc.constant('exclude' as const),
    framework: fc.constant('nist-csf-2.0'),
    requirement: name,
    isOff,
  }),
);
const anyChanges = fc.uniqueArray(anyChange, { selector: keyOf, maxLength: 12 });
const byKey = (changes: readonly Change[]) =>
  [...changes].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

describe('the changes of an address', () => {
  test('given an address as another room links it, the control and its state are read', () => {
    expect(changesIn({ set: 'C-031:works' })).toEqual([
      { kind: 'set', code: 'C-031', state: 'works', isOff: false },
    ]);
  });

  test('given what no change can be, it is passed over and the rest is read', () => {
    const search = { set: 'C-031,:works,C-2:marvellous, C-3 = Fails ', exclude: 'A.8.11,/x', lapse: ',' };
    expect(changesIn(search)).toEqual([{ kind: 'set', code: 'C-3', state: 'fails', isOff: false }]);
  });

  test('given one thing supposed twice, the last holds', () => {
    expect(changesIn({ set: 'C-1:works,C-1:fails' })).toMatchObject([{ code: 'C-1', state: 'fails' }]);
  });

  test('given any changes, their address is read as the same changes', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        expect(byKey(changesIn(searchOf(changes)))).toEqual(byKey(changes));
      }),
    );
  });
});

describe('what is asked of changes', () => {
  test('given one that is off, it is not asked; given none that is on, nothing is', () => {
    const [on, off] = changesIn({ set: 'C-1:works,C-2:fails', off: 'C-2' }) as [Change, Change];
    expect(askedOf([on, off])).toEqual({ set: ['C-1=works'], lapse: [], exclude: [] });
    expect(askedOf([off])).toBeUndefined();
  });

  test('given a change about the same thing, it takes the place of the other', () => {
    const before = changesIn({ set: 'C-1:works,C-2:works' });
    const after = withChange(before, { kind: 'set', code: 'C-1', state: 'fails', isOff: false });
    expect(searchOf(after).set).toBe('C-1:fails,C-2:works');
    expect(searchOf(withoutChange(after, 'C-1')).set).toBe('C-2:works');
  });
});
