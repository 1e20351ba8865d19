import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { editionHash } from '../../edition.ts';
import { type Framework, framework, frameworks } from '../../framework.ts';
import type { SentDocument } from '../document.ts';
import { faults, found, sentValue } from '../testing/documents.ts';
import { mangle, manglings } from '../testing/mangle.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import { readCatalogueFile } from './catalogue-file.ts';

const beside = (name: string) => fileURLToPath(new URL(`../../../../../../shared/${name}`, import.meta.url));
const published = process.env.CONCORD_PUBLISHED_FILES ?? beside('real');
const tables = process.env.CONCORD_REFERENCE_TABLES ?? beside('reference');
if (!existsSync(published)) console.log(`SKIPPED published files: no folder ${published}`);
if (!existsSync(tables)) console.log(`SKIPPED reference tables: no folder ${tables}`);

const known = frameworks();
const sent = (name: string): SentDocument =>
  sentValue(JSON.parse(readFileSync(`${published}/${name}`, 'utf8')), name);
const read = (name: string): CatalogueFile => found(sent(name), { frameworks: known });
const assessable = ({ requirements }: Framework) => requirements.filter((one) => one.assessable);
const atLevel = ({ requirements }: Framework, level: string) =>
  requirements.filter((one) => one.level === level && one.tags?.withdrawn === undefined).length;

function checkCsf({ frameworks: [only] }: CatalogueFile): void {
  const csf = framework('nist-csf-2.0')!;
  expect(assessable(only!.framework)).toHaveLength(106);
  expect(only!.framework.requirements.filter((one) => one.tags?.withdrawn)).toHaveLength(91);
  expect(only!.beside!.edition.id).toBe('nist-csf-2.0');
  expect(only!.beside!.matched).toEqual(csf.requirements.map(({ id }) => id));
  expect(only!.beside!.onlyShipped).toEqual([]);
  expect(only!.beside!.onlyImported).toHaveLength(91);
  const { edition } = only!.beside!;
  expect(editionHash(edition)).not.toBe(editionHash(csf));
  for (const [place, ours] of csf.requirements.entries()) {
    const laid = edition.requirements[place]!;
    expect([laid.id, laid.title, laid.asks]).toEqual([ours.id, ours.title, ours.asks]);
    expect(laid.statement, ours.id).toMatch(/\S{3}/);
  }
}

describe.runIf(existsSync(published))('files that others published', () => {
  it('the CSF as a CPRT export: 6 functions, 22 categories, 106 subcategories, 363 examples', () => {
    const file = read('nist-csf2-cprt-export.json');
    checkCsf(file);
    const core = file.frameworks[0]!.framework;
    expect([atLevel(core, 'function'), atLevel(core, 'category'), atLevel(core, 'subcategory')]).toEqual([
      6, 22, 106,
    ]);
    const examples = core.requirements.flatMap((one) => one.tags?.implementationExamples?.split('\n') ?? []);
    expect(examples).toHaveLength(363);
    const parties = assessable(core).map((one) => one.tags?.riskParty);
    expect(
      ['first', 'third', 'both', undefined].map((party) => parties.filter((one) => one === party).length),
    ).toEqual([66, 15, 22, 3]);
    expect(file.notices).toEqual([{ code: 'import.repeated', params: { count: 257, example: 'first' } }]);
  });

  it('the CSF as an OSCAL catalog: the same 106, ids in small letters', () => {
    const file = read('nist-csf2-catalog.oscal.json');
    checkCsf(file);
    expect(file.frameworks[0]!.framework.requirements[0]).toMatchObject({ id: 'gv', title: 'GOVERN' });
  });

  it('the LOW baseline as a resolved catalog: 149 controls and enhancements with statements', () => {
    const [only] = read('nist-sp-800-53r5-low-resolved-catalog.oscal.json').frameworks;
    const selected = assessable(only!.framework);
    expect(selected).toHaveLength(149);
    for (const { statement, id } of selected) {
      expect(statement, id).toMatch(/\S{3}/);
      expect(statement, id).not.toContain('{{');
    }
    expect(only!.beside!.edition.id).toBe('nist-sp-800-53r5');
    expect(only!.beside!.onlyImported).toEqual([]);
    const laid = only!.beside!.edition.requirements.find(({ id }) => id === 'AT-2(2)');
    expect(laid?.statement).toContain('insider threat');
  });

  it('the MODERATE baseline as a profile: 287 ids of SP 800-53', () => {
    const { selections } = read('nist-sp-800-53r5-moderate-profile.oscal.json');
    const [only] = selections;
    expect([only!.framework, only!.selection.requirements.length]).toEqual(['nist-sp-800-53r5', 287]);
    const ours = framework('nist-sp-800-53r5')!.selections?.find(({ id }) => id === 'moderate');
    expect(new Set(only!.selection.requirements)).toEqual(new Set(ours?.requirements));
  });

  it('a mapping-collection: its author’s relations with their provenance', () => {
    const [only] = read('csf2-to-800-53r5.oscal-mapping.json').crosswalks;
    expect(only!.crosswalk).toMatchObject({
      from: 'nist-csf-2.0',
      to: 'nist-sp-800-53r5',
      relation: 'superset',
    });
    expect(only!.crosswalk.pairs).toHaveLength(737);
    expect(only!.provenance).toMatchObject({ method: 'manual', rationale: 'semantic', status: 'complete' });
    expect(only!.unresolved).toEqual({ from: [], to: [] });
    expect(only!.example).toMatchObject({
      from: { id: 'DE.AE-02' },
      relation: 'superset',
      to: { id: 'AU-6' },
    });
  });

  it.each(['ssp-example', 'poam-example', 'assessment-results-example'])('%s is none of ours', (name) => {
    expect(faults(sent(`${name}.oscal.json`))[0]).toMatch(/import\.other-document$/);
  });

  it.each([
    'nist-csf2-cprt-export.json',
    'nist-csf2-catalog.oscal.json',
    'nist-sp-800-53r5-moderate-profile.oscal.json',
    'csf2-to-800-53r5.oscal-mapping.json',
  ])('%s, mangled, is found or explained', (name) => {
    const { value } = sent(name) as { value: unknown };
    fc.assert(
      fc.property(manglings, (done) => {
        const answer = readCatalogueFile(sentValue(mangle(value, done)), { frameworks: known });
        expect('errors' in answer ? answer.errors.length : 1).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  });
});

async function readWorkbook(): Promise<CatalogueFile> {
  const sheets = await readXlsxFile(`${published}/nist-csf2-reference-tool-export.xlsx`);
  const cell = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  const decoded = sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((cells, place) => ({ number: place + 1, cells: cells.map(cell) })),
  }));
  const document: SentDocument = { kind: 'sheets', name: 'csf.xlsx', hash: '', sheets: decoded };
  return found(document, { frameworks: known });
}

function tableOf(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(`${tables}/${name}.csv`), { columns: true, bom: true });
}

describe.runIf(existsSync(published))('the workbook of the CSF Reference Tool', () => {
  it('gives the core, 363 examples and a crosswalk for each of the 17 sets', async () => {
    const file = await readWorkbook();
    checkCsf(file);
    const { requirements } = file.frameworks[0]!.framework;
    const examples = requirements.flatMap((one) => one.tags?.implementationExamples?.split('\n') ?? []);
    expect(examples).toHaveLength(363);
    expect(file.crosswalks).toHaveLength(17);
    expect(file.crosswalks.every(({ unresolved }) => unresolved.from.length === 0)).toBe(true);
  });

  it.runIf(existsSync(tables)).each([
    ['iso27001-2022', 'map-csf2-to-iso27001-2022', false],
    ['sp-800-53-rev-5.2.0', 'map-csf2-to-800-53r5', false],
    ['nist-sp-800-171r3', 'map-csf2-to-800-171r3', false],
    ['nist-csf-1.1', 'map-csf1.1-to-csf2.0', true],
    ['cis-v8.1', 'map-cis-v8.1-to-csf2', true],
  ])('its references to %s agree with the reference table line by line', async (set, name, turned) => {
    const { crosswalks } = await readWorkbook();
    const { crosswalk, unresolved } = crosswalks.find((one) => one.crosswalk.id.endsWith(`-to-${set}`))!;
    const ends = turned ? (['to_id', 'from_id'] as const) : (['from_id', 'to_id'] as const);
    const expected = tableOf(name).map((row) => `${row[ends[0]]} ${row[ends[1]]}`);
    expect(crosswalk.pairs.map(([from, to]) => `${from} ${to}`).toSorted()).toEqual(expected.toSorted());
    if (set !== 'nist-sp-800-171r3') expect(unresolved.to).toEqual([]);
  });

  it.runIf(existsSync(tables))('what has no equivalent agrees with the reference table', async () => {
    const { crosswalks } = await readWorkbook();
    const { crosswalk } = crosswalks.find((one) => one.crosswalk.to === 'iso27001-2022')!;
    const expected = tableOf('map-csf2-to-iso27001-2022-no-equivalent').map(
      (row) => `${row.from_id} ${row.to_part}`,
    );
    expect(crosswalk.noEquivalent.map(({ id, among }) => `${id} ${among}`).toSorted()).toEqual(
      expected.toSorted(),
    );
  });
});

describe.runIf(existsSync(tables))('reference tables as files in our own form', () => {
  it.each([
    ['map-csf2-to-iso27001-2022', 414],
    ['map-800-53r5-to-iso27001-2022', 642],
    ['map-nis2-2690-to-csf2', 279],
    ['map-hipaa-to-csf1.1', 382],
  ])('%s is read pair by pair', (name, pairs) => {
    const rows: string[][] = parse(readFileSync(`${tables}/${name}.csv`), { bom: true });
    const sheets = [{ name, rows: rows.map((cells, place) => ({ number: place + 1, cells })) }];
    const file = found({ kind: 'sheets', name: `${name}.csv`, hash: '', sheets }, { frameworks: known });
    expect(file.crosswalks.map(({ crosswalk }) => crosswalk.pairs.length)).toEqual([pairs]);
    expect(file.crosswalks[0]!.unresolved).toEqual({ from: [], to: [] });
    expect(file.notices).toEqual([]);
  });
});
