import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../framework.ts';
import type { SentDocument } from '../document.ts';
import { crosswalkForm, frameworkForm, sentValue } from '../testing/documents.ts';
import { library } from '../testing/library-document.ts';
import { type Mangling, mangle, manglings } from '../testing/mangle.ts';
import { cprt, nested, workbook } from '../testing/nist-documents.ts';
import { catalog, house, mapping, profile } from '../testing/oscal-documents.ts';
import { readCatalogueFile } from './catalogue-file.ts';

const modify = {
  'set-parameters': [{ 'param-id': 'who', values: ['the cook'] }],
  alters: [
    {
      'control-id': 'do-1',
      removes: [{ 'by-name': 'guidance' }],
      adds: [{ 'by-id': 'do-1_smt', parts: [{ name: 'item', prose: 'x' }] }],
    },
  ],
};

const values: Readonly<Record<string, unknown>> = {
  catalog,
  profile,
  altering: { profile: { ...profile.profile, modify } },
  mapping,
  cprt,
  nested,
  library,
};

function checkFramework({ requirements, levels, selections }: Framework): void {
  const before = new Set<string | null>([null]);
  for (const { id, parent, level, title, assessable, tags } of requirements) {
    expect(before.has(parent), `${id} stands before its parent ${parent}`).toBe(true);
    expect(before.has(id), `${id} stands twice`).toBe(false);
    expect(Object.hasOwn(levels, level), level).toBe(true);
    expect(title.length > 0 && title.length <= 300 && id.length <= 100).toBe(true);
    expect(assessable && tags?.withdrawn !== undefined).toBe(false);
    before.add(id);
  }
  for (const { requirements: selected } of selections ?? []) {
    expect(selected.every((id) => before.has(id))).toBe(true);
  }
}

/** A document is found and whole, or every fault has a place and a code; nothing is thrown. */
function checkAnswer(document: SentDocument, catalogue?: SentDocument): void {
  const beside = catalogue === undefined ? {} : { catalogue };
  const read = readCatalogueFile(document, { frameworks: [house], ...beside });
  if ('errors' in read) {
    expect(read.errors.length).toBeGreaterThan(0);
    return;
  }
  for (const { framework } of read.found.frameworks) checkFramework(framework);
  for (const { edition } of read.found.selections) if (edition !== undefined) checkFramework(edition);
  for (const { crosswalk } of read.found.crosswalks) {
    const ends = crosswalk.pairs.map(([from, to]) => JSON.stringify([from, to]));
    expect(new Set(ends).size).toBe(ends.length);
  }
}

describe.each(Object.keys(values))('a mangled %s', (kind) => {
  it('is found or explained', () => {
    fc.assert(
      fc.property(manglings, (done: readonly Mangling[]) => {
        checkAnswer(sentValue(mangle(values[kind], done)));
      }),
      { numRuns: 300 },
    );
  });
});

it('a mangled catalog beside a profile is found or explained', () => {
  fc.assert(
    fc.property(manglings, (done: readonly Mangling[]) => {
      checkAnswer(sentValue(values.altering), sentValue(mangle(catalog, done)));
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['workbook', workbook],
  ['forms', [frameworkForm, crosswalkForm]],
] as const)('a mangled %s is found or explained', (_, sheets) => {
  const cell = fc.constantFrom(
    '',
    '9',
    'ID',
    'x'.repeat(400),
    'A (B): c',
    ': ',
    '__proto__',
    'DO.LO-01: again',
    'no',
  );
  const spot = fc.record({ sheet: fc.nat(9), row: fc.nat(20), column: fc.nat(8), cell });
  fc.assert(
    fc.property(fc.array(spot, { minLength: 1, maxLength: 8 }), (changes) => {
      const copy = structuredClone(sheets).map(({ name, rows }) => ({
        name,
        rows: rows.map(({ number, cells }) => ({ number, cells: [...cells] })),
      }));
      for (const change of changes) {
        const { rows } = copy[change.sheet % copy.length]!;
        rows[change.row % rows.length]!.cells[change.column] = change.cell;
      }
      checkAnswer({ kind: 'sheets', name: 'x', hash: '', sheets: copy });
    }),
    { numRuns: 300 },
  );
});
