import { describe, expect, it } from 'vitest';
import { editionHash } from '../../edition.ts';
import { type Framework, framework } from '../../framework.ts';
import { found, sentSheets, sentValue, sheet } from '../testing/documents.ts';
import { catalog, house } from '../testing/oscal-documents.ts';
import { layBeside, shippedLike } from './lay-beside.ts';

const ours = (id: string, parent: string | null, titleOrigin: 'own' | 'official') => ({
  id,
  parent,
  level: 'rule',
  title: `Our ${id}`,
  titleOrigin,
  asks: `We read ${id}`,
  assessable: parent !== null,
  excludable: true,
});
const shipped: Framework = {
  ...house,
  revision: 4,
  requirements: [
    ours('DO', null, 'own'),
    ours('DO-1', 'DO', 'official'),
    ours('DO-1(1)', 'DO', 'own'),
    ours('DO-9', 'DO', 'own'),
  ],
};

describe('a publisher’s text over a framework that is known', () => {
  const { edition, matched, onlyShipped, onlyImported } = layBeside(shipped, house);
  const laid = (id: string) => edition.requirements.find((one) => one.id === id)!;

  it('is laid beside ours: our ids, order and readings stay, statements come to stand beside them', () => {
    expect(edition.requirements.map(({ id }) => id)).toEqual(['DO', 'DO-1', 'DO-1(1)', 'DO-9']);
    expect(laid('DO-1')).toMatchObject({ title: 'Our DO-1', titleOrigin: 'official', asks: 'We read DO-1' });
    expect(laid('DO-1').statement).toMatch(/^The keeper/);
    expect(laid('DO-1(1)')).toMatchObject({
      title: 'Spare keys',
      titleOrigin: 'official',
      statement: 'Keep one spare.',
    });
    expect(laid('DO-9')).toEqual(shipped.requirements[3]);
  });

  it('is a further edition under another hash, and says where its text comes from', () => {
    expect([edition.id, edition.revision]).toEqual([shipped.id, 5]);
    expect(editionHash(edition)).not.toBe(editionHash(shipped));
    expect(edition.sourceNote).toContain('House rules');
  });

  it('tells what only one of the two has', () => {
    expect(matched).toEqual(['DO', 'DO-1', 'DO-1(1)']);
    expect(onlyShipped).toEqual(['DO-9']);
    expect(onlyImported).toEqual(['do-1.2', 'do-2', 'wi', 'wi-1']);
  });

  it('given a title that was made of the statement, then our own title stays', () => {
    const untitled = { ...house, requirements: [{ ...house.requirements[2]!, title: 'Keep one spare.' }] };
    expect(layBeside(shipped, untitled).edition.requirements[2]!.title).toBe('Our DO-1(1)');
  });

  it('brings its selections, under our ids', () => {
    const selecting = {
      ...house,
      selections: [{ id: 'b', title: 'B', source: 'x', requirements: ['do-1.1', 'wi-1'] }],
    };
    const selections = layBeside(shipped, selecting).edition.selections ?? [];
    expect(selections.map(({ requirements }) => requirements)).toEqual([['DO-1(1)']]);
  });
});

describe('which known framework a file is the text of', () => {
  it('is the one whose name it bears when half of its ids are there', () => {
    const file = found(sentValue(catalog), { frameworks: [shipped] });
    expect(file.frameworks[0]!.beside?.edition.id).toBe(shipped.id);
    const fewer = { ...shipped, requirements: shipped.requirements.slice(0, 1) };
    expect(found(sentValue(catalog), { frameworks: [fewer] }).frameworks[0]!.beside).toBeUndefined();
  });

  it('is none where only numbers agree', () => {
    const numbers = Array.from({ length: 40 }, (_, place) => [
      `${1 + Math.floor(place / 4)}.${1 + (place % 4)}`,
      `Rule ${place}`,
    ]);
    const own = found(sentSheets(sheet('Own rules', [['id', 'title'], ...numbers]))).frameworks[0]!.framework;
    expect(shippedLike(own, [framework('nis2-2024-2690')!, framework('iso27001-2022')!])).toBeUndefined();
  });

  it('is the one that shares nearly all ids, whatever its name', () => {
    const csf = framework('nist-csf-2.0')!;
    const renamed = { ...csf, id: 'x', title: 'Something else', edition: 'n' };
    expect(shippedLike(renamed, [framework('nist-csf-1.1')!, csf])?.id).toBe('nist-csf-2.0');
  });
});
