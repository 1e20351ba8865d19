import { describe, expect, it } from 'vitest';
import { chooseWithin, groupsOf, noneListed, unlistedAs } from './groups.ts';

const rows = [
  {
    id: 'I.1.a.1',
    annex: 'I',
    sector: { number: '1', name: 'Energy' },
    subsector: { name: 'Electricity' },
    name: 'Supply',
    words: ['Stadtwerke', 'énergie'],
  },
  {
    id: 'I.1.d.1',
    annex: 'I',
    sector: { number: '1', name: 'Energy' },
    subsector: { name: 'Gas' },
    name: 'Supply undertakings',
    words: ['Stadtwerke'],
  },
  {
    id: 'II.1.1',
    annex: 'II',
    sector: { number: '1', name: 'Postal services' },
    name: 'Postal service providers',
    words: ['parcel'],
  },
  { id: 'education', name: 'Education institutions', words: ['school'] },
  { id: 'none-listed', name: 'Nothing that the annexes list', words: ['other'] },
];
const withUnlisted = rows.map((row) =>
  row.id === noneListed ? { ...row, words: ['law firm', 'parcel shop', 'Güterverkehr', 'Transport'] } : row,
);
const ids = (word: string) =>
  groupsOf(rows, word).map(({ id, options }) => `${id}: ${options.map((each) => each.id).join(' ')}`);

describe('activities to choose from', () => {
  it('given no word, then all by sector; the same number in another annex is another sector', () => {
    expect(ids('')).toEqual(['I 1: I.1.a.1 I.1.d.1', 'II 1: II.1.1', 'others: education']);
  });

  it('given words, then what has every one of them, in its name or that of its sector', () => {
    expect(ids('ENERGY supply')).toEqual(['I 1: I.1.a.1 I.1.d.1']);
    expect(ids('gas supply')).toEqual(['I 1: I.1.d.1']);
    expect(ids('bakery')).toEqual([]);
  });

  it('given an everyday word in any language, with or without accents, then what is called so, and by which word', () => {
    expect(ids('Stadtwerke')).toEqual(['I 1: I.1.a.1 I.1.d.1']);
    expect(ids('parcel')).toEqual(['II 1: II.1.1']);
    expect(groupsOf(rows, 'energie electricity')[0]?.options).toEqual([
      { id: 'I.1.a.1', label: 'Supply', description: 'Electricity · énergie' },
    ]);
    expect(groupsOf(rows, 'supply')[0]?.options[0]?.description).toBe('Electricity');
  });

  it('given that none was said, then it is no activity of the list, and goes as soon as one is chosen', () => {
    expect(ids('other')).toEqual([]);
    expect(chooseWithin([noneListed], [{ id: 'education' }], ['education'])).toEqual(['education']);
    expect(chooseWithin([noneListed], [{ id: 'education' }], [])).toEqual([noneListed]);
  });

  it('given what stands in neither annex, then it is known as that, beside what it could be', () => {
    const unlisted = (word: string) => unlistedAs(withUnlisted, word);
    expect(unlisted('law firms')).toEqual(['law firm']);
    expect(unlisted('guterverkehr')).toEqual(['Güterverkehr']);
    expect(unlisted('parcel')).toEqual(['parcel shop']);
    expect(unlisted('Güterverkehr Meier')).toEqual(['Güterverkehr']);
    expect(['', 'la', 'port', 'parcel school', 'bank'].map(unlisted)).toEqual([
      [],
      [],
      [],
      ['parcel shop'],
      [],
    ]);
  });

  it('given a choice within a group, then what was chosen elsewhere stays, also what the word hides', () => {
    expect(
      chooseWithin(['education', 'I.1.a.1'], [{ id: 'I.1.a.1' }, { id: 'I.1.d.1' }], ['I.1.d.1']),
    ).toEqual(['education', 'I.1.d.1']);
  });
});
