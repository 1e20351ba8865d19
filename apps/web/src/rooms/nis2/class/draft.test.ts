import { describe, expect, it } from 'vitest';
import type { EntityKept } from '../directive/view.ts';
import { addInput, blank, changeInput, codesIn, draftOf, triedInput, unknownCountries } from './draft.ts';

const entity = {
  id: 'e',
  name: 'Example GmbH',
  activities: ['I.9.1'],
  // As a store may hand it back: in another order than it is written here.
  alone: { balance: 9_000_000, persons: 120, turnover: 14_000_000 },
  earlier: { alone: { persons: 111 } },
  linked: false,
  establishedIn: ['DE', 'PL'],
  servesIn: [],
  designations: [],
} as unknown as EntityKept;

describe('what is said of a legal entity', () => {
  it('given nothing was edited, then nothing is sent', () => {
    expect(changeInput(draftOf(entity), entity)).toEqual({});
  });

  it('given one figure was edited, then its figures are sent whole, and nothing else', () => {
    const draft = { ...draftOf(entity), alone: { ...entity.alone, persons: 260 } };
    expect(changeInput(draft, entity)).toEqual({
      alone: { persons: 260, turnover: 14_000_000, balance: 9_000_000 },
    });
  });

  it('given the period before was cleared, then it is taken away', () => {
    expect(changeInput({ ...draftOf(entity), earlier: {} }, entity)).toEqual({ earlier: null });
  });

  it('given it is linked no more, then what was said of its group goes with it', () => {
    const linked = {
      ...entity,
      linked: true,
      group: { persons: 800 },
      independentSystems: true,
    } as EntityKept;
    const draft = { ...draftOf(linked), linked: false };
    expect(changeInput(draft, linked)).toEqual({ linked: false, group: null, independentSystems: null });
  });

  it('given what is neither code nor name of a country, then it is named', () => {
    expect(unknownCountries('DE, Germnay, Österreich, XX')).toEqual(['Germnay', 'XX']);
  });

  it('given codes as people type them, then each country once, in capitals', () => {
    expect(codesIn('de, pl;AT  de')).toEqual(['DE', 'PL', 'AT']);
    expect(codesIn('Germany, United Kingdom; fr')).toEqual(['DE', 'GB', 'FR']);
    expect(codesIn(' ')).toEqual([]);
  });

  it('given a code half typed, then it is tried without it, and recorded only as typed', () => {
    const draft = { ...blank, name: 'A', establishedIn: 'DE, P' };
    expect(triedInput(draft)).toEqual({
      activities: [],
      designations: [],
      establishedIn: ['DE'],
      servesIn: [],
    });
    expect(addInput(draft)).toMatchObject({ name: 'A', establishedIn: ['DE', 'P'], alone: {} });
  });

  it('given figures of a group, then they are tried only where it is linked', () => {
    const draft = { ...blank, alone: { persons: 40 }, group: { persons: 300 } };
    expect(triedInput(draft)).not.toHaveProperty('groupPersons');
    expect(triedInput({ ...draft, linked: true })).toMatchObject({ persons: 40, groupPersons: 300 });
  });
});
