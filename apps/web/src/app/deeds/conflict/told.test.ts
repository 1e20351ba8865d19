import { describe, expect, test } from 'vitest';
import { toldOf } from './told.ts';

describe('who changed what', () => {
  test('given several fields of one person, they are told together, with the time of the last', () => {
    const told = toldOf([
      { by: 'Petra', at: '2027-01-15T10:05:00Z', member: 'name' },
      { by: 'Petra', at: '2027-01-15T10:01:00Z', member: 'owner' },
    ]);
    expect(told).toEqual([{ by: 'Petra', at: '2027-01-15T10:05:00Z', members: ['name', 'owner'] }]);
  });

  test('given two persons, each is told with their own, in the order of time', () => {
    const told = toldOf([
      { by: 'Petra', at: '2027-01-15T12:00:00+02:00', member: 'name' },
      { by: 'Jonas', at: '2027-01-15T09:00:00Z', member: 'owner' },
    ]);
    expect(told.map(({ by, members }) => [by, ...members])).toEqual([
      ['Jonas', 'owner'],
      ['Petra', 'name'],
    ]);
  });
});
