import type { SentDocument } from '@concord/catalog';
import { given, type Story } from '@concord/programme/testing';
import { renderTables } from '@concord/reports';
import { atOnce, type ControlTable, controlRecords, seesAll, writtenTables } from '@concord/views';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';

const people = [
  { id: 'ben', name: 'Ben', mail: 'ben@example.org' },
  { id: 'cleo', name: '-', mail: 'BEN' },
  { id: 'dina', name: 'Dina', mail: '' },
];

function ground(): Story {
  const story = given('iso27001-2022', 'nist-csf-2.0').on('2026-06-01');
  for (const { id } of people) story.done('people add', { person: id });
  for (const name of ['Plant', 'Office; old', 'organisation', '-']) story.done('scopes define', { name });
  return story;
}

const records = ({ programme, today }: Story) =>
  atOnce(controlRecords({ programme, on: today, reader: seesAll, people }));

const formats = ['xlsx', 'csv', 'json'] as const;
type Format = (typeof formats)[number];

/** What a file of ours holds when it is read again; CSV takes two. */
async function written(table: ControlTable, format: Format): Promise<SentDocument[]> {
  const { controls, claims } = writtenTables(table);
  const read = (bytes: Uint8Array) =>
    readDocument({ name: `a.${format}`, hash: 'a'.repeat(64), bytes }) as SentDocument;
  if (format === 'json') return [read(Buffer.from(JSON.stringify(table)))];
  const files = format === 'xlsx' ? [[controls, claims]] : [[controls], [claims]];
  return Promise.all(files.map(async (tables) => read((await renderTables(tables, format)).bytes)));
}

function importAll(story: Story, documents: readonly SentDocument[]): void {
  for (const document of documents) story.done('controls import', { document, people, confirm: true });
}

const hostile = [
  '=1+1',
  '+1',
  '-',
  "'-",
  "''-",
  '-1',
  '@SUM(A1)',
  "'quoted'",
  "'=x",
  '＝x',
  '1E5',
  '007',
  '2026-01-01',
  'TRUE',
  '#REF!',
  '_x000D_',
  '_x005F_x000D_',
  'a\rb',
  'a\r\nb',
  'a\nb\tc',
  '"a";b,c|d',
  'שלום',
  '👩‍🔬 é 𝒳',
  '\ufeffmark',
  'a\uffffb\ufffe',
  '<b>&amp;</b>]]>',
  'x'.repeat(10_000),
  '\u2028line',
  'no',
  'constructor',
  '__proto__',
];
const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
);
const codes = ['1E5', '007', '2026-01-01', 'TRUE', 'AC-01', 'Ä.1', 'a_b'];

const anyControl = fc.record(
  {
    code: fc.constantFrom(...codes),
    name: anyText,
    statement: anyText,
    condition: anyText,
    family: anyText,
    test: anyText,
    usualEvidence: fc.array(anyText, { minLength: 1, maxLength: 4 }),
    source: anyText,
    owner: fc.constantFrom('ben', 'cleo', 'dina'),
    frequency: fc.constantFrom('quarterly', 'annual', 'continuous'),
    design: fc.constantFrom('draft', 'accepted'),
    conditionHolds: fc.boolean(),
    implementation: fc.constantFrom('planned', 'partly', 'operating'),
    effective: fc.constantFrom('2025-12-31', '2026-06-01'),
    scopes: fc.subarray([0, 1, 2, 3]),
  },
  { requiredKeys: ['code', 'name'] },
);
const anyClaim = fc.record({
  requirement: fc.constantFrom('A.5.15', 'A.5.16', '5.1'),
  controls: fc.subarray(codes, { minLength: 1 }),
  contribution: fc.constantFrom('meets', 'equals', 'part', 'contributes'),
  confidence: fc.constantFrom('low', 'high'),
  rationale: anyText,
  confirmed: fc.boolean(),
});
const anyLibrary = fc.record({
  controls: fc.array(anyControl, { minLength: 1, maxLength: 6 }),
  claims: fc.array(anyClaim, { maxLength: 6 }),
});

/** What the schema or the rule does not take is left out. */
function tryTo(deed: () => unknown): void {
  try {
    deed();
  } catch {
    // A text that is no name, for one.
  }
}

function filled(library: typeof anyLibrary extends fc.Arbitrary<infer L> ? L : never): Story {
  const story = ground();
  const scopes = [...story.programme.governance.scopes.keys()];
  for (const { scopes: chosen = [], ...control } of library.controls) {
    const input = { ...control, scopes: chosen.map((at) => scopes[at]) };
    tryTo(() => story.done('controls add', input));
    tryTo(() => story.done('controls add', { code: control.code, name: 'x', statement: control.statement }));
  }
  for (const { confirmed, ...claim } of library.claims) {
    tryTo(() => {
      const id = story.done('claims state', { framework: 'iso27001-2022', ...claim });
      if (confirmed) story.done('claims confirm', { claim: id });
    });
  }
  return story;
}

describe.each(formats)('given any library, written as %s', (format) => {
  it('when it is taken in again, then nothing changes', async () => {
    await fc.assert(
      fc.asyncProperty(anyLibrary, async (library) => {
        const story = filled(library);
        const before = story.programme.position;
        importAll(story, await written(records(story), format));
        expect(story.programme.position).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  it('when another organisation takes it in, then it has the same library', async () => {
    await fc.assert(
      fc.asyncProperty(anyLibrary, async (library) => {
        const table = records(filled(library));
        const other = ground();
        importAll(other, await written(table, format));
        expect({ ...records(other), knownAt: 0 }).toEqual({ ...table, knownAt: 0 });
      }),
      { numRuns: 100 },
    );
  });
});
