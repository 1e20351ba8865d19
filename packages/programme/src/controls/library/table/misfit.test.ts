import { hasWords, type SentDocument } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { given } from '../../../testing/index.ts';

const sent = { name: 'library', hash: 'a'.repeat(64) };

function faults(document: SentDocument): string[] {
  const errors = given().tried('controls import', { document, people: [] })?.errors ?? [];
  expect(errors.filter(({ code }) => !hasWords(`refusal.${code}`))).toEqual([]);
  return errors.map(({ at, code }) => `${at} ${code.replace('table.', '')}`);
}

describe('given a file that holds more than its headings or its form can hold', () => {
  it('when a row is longer than the headings, then what stands beyond them is at fault', () => {
    const rows = [
      { number: 1, cells: ['Code', 'Name'] },
      { number: 2, cells: ['A-1', 'One', '', 'lost'] },
    ];
    expect(faults({ ...sent, kind: 'sheets', sheets: [{ name: 'S', rows }] })).toEqual([
      'S!D1 column-unnamed',
    ]);
  });

  it('when headings stand within a table, then nobody takes them for a control', () => {
    const rows = [
      ['Code', 'Name', 'Family'],
      ['A-1', 'One', 'Access'],
      ['Framework', 'Requirement', 'Controls'],
      ['Code', 'Name', ''],
    ].map((cells, at) => ({ number: at + 1, cells }));
    expect(faults({ ...sent, kind: 'sheets', sheets: [{ name: 'S', rows }] })).toEqual([
      'S!A3 headings-again',
      'S!A4 headings-again',
    ]);
  });

  it('when JSON holds no objects, or objects within members, then each is at fault', () => {
    const controls = [
      { code: 'A-1', name: { en: 'One' } },
      5,
      ['A-2'],
      { code: 'A-3', name: 'Three', usualEvidence: ['log', { kind: 'ticket' }] },
    ];
    expect(faults({ ...sent, kind: 'value', value: { controls } })).toEqual([
      'controls[0].name no-text',
      'controls[1] no-object',
      'controls[2] no-object',
      'controls[3].usualEvidence no-text',
      'controls[0].name empty',
    ]);
  });

  it('when headings and frequencies are written as others write them, then they are understood', () => {
    const rows = [
      { number: 1, cells: ['Control ID', 'Control Title', 'Control Family', 'Frequency'] },
      { number: 2, cells: ['A-1', 'One', 'Access', 'Annually'] },
    ];
    expect(faults({ ...sent, kind: 'sheets', sheets: [{ name: 'S', rows }] })).toEqual([]);
  });
});
