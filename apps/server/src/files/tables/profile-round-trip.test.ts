import { framework, profileForm, type SentDocument } from '@concord/catalog';
import { given, type Story } from '@concord/programme/testing';
import { renderTables } from '@concord/reports';
import { csfWorkbook, newMemory, seesAll } from '@concord/views';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';

const csf = 'nist-csf-2.0';

function ground(): { story: Story; profile: string } {
  const story = given(csf).on('2026-06-01');
  story.done('controls add', { code: 'AC-1', name: '=Access', statement: '+1', implementation: 'operating' });
  const claim = story.done('claims state', { controls: ['AC-1'], framework: csf, requirement: 'PR.AA-05' });
  story.done('claims confirm', { claim });
  return { story, profile: story.done('profiles create', { name: 'Two years', framework: csf }) };
}

/** The workbook of a profile as it is written, and as it is read again. */
async function written(
  { programme, today }: Story,
  format: 'xlsx' | 'csv',
): Promise<{ document: SentDocument }> {
  const ask = { programme, organisation: 'x', on: today, head: '', reader: seesAll, memory: newMemory() };
  const tables = csfWorkbook(ask, undefined, new Map());
  if ('refusal' in tables) throw new Error(JSON.stringify(tables.refusal));
  const { bytes } = await renderTables(tables, format);
  const document = readDocument({ name: `a.${format}`, hash: 'a'.repeat(64), bytes }) as SentDocument;
  return { document };
}

const hostile = [
  ...['=1+1', '+1', '-', "'-", '-1', '@SUM(A1)', "'quoted'", '＝x', '007', '2026-01-01', 'TRUE', '#REF!'],
  ...['_x000D_', 'a\rb', 'a\r\nb', 'a\nb\tc', '"a";b,c|d', 'שלום', '👩‍🔬 é 𝒳', '<b>&amp;</b>]]>'],
  ...['x'.repeat(10_000), profileForm().mark, `a\n${profileForm().mark}\nb`, `''${profileForm().mark}`],
];
const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
);
const texts = ['rationale', 'status', 'policies', 'practices', 'roles', 'references', 'artifacts'];
const anyStatus = fc.record(
  {
    ...Object.fromEntries([...texts, 'notes', 'considerations'].map((name) => [name, anyText])),
    included: fc.boolean(),
    priority: fc.constantFrom('low', 'medium', 'high'),
  },
  { requiredKeys: [] },
);
const anyTarget = fc.record(
  {
    ...Object.fromEntries(
      ['policies', 'practices', 'roles', 'references', 'notes'].map((name) => [name, anyText]),
    ),
    wanted: fc.boolean(),
    tier: fc.integer({ min: 1, max: 4 }),
    priority: fc.constantFrom('low', 'medium', 'high'),
  },
  { requiredKeys: [] },
);
const anyProfile = fc.array(
  fc.record({
    requirement: fc.constantFrom('PR.AA-05', 'RC.CO-03', 'GV'),
    status: anyStatus,
    target: anyTarget,
  }),
  { maxLength: 5 },
);

/** What the schema or the rule does not take is left out. */
function tryTo(deed: () => unknown): void {
  try {
    deed();
  } catch {
    // A text of control characters, for one.
  }
}

function filled(said: typeof anyProfile extends fc.Arbitrary<infer P> ? P : never) {
  const made = ground();
  const { story, profile } = made;
  for (const { requirement, status, target } of said) {
    tryTo(() => story.done('profiles status', { profile, requirement, ...status }));
    tryTo(() => story.done('targets set', { profile, requirement, ...target }));
  }
  return made;
}

describe.each(['xlsx', 'csv'] as const)('given any profile, written as %s', (format) => {
  it('when it is taken in again, then nothing changes; when another takes it in, then it writes the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyProfile, async (said) => {
        const { story, profile } = filled(said);
        const out = await written(story, format);
        expect(story.when('profiles import', { profile, document: out.document })).toMatchObject({
          facts: [],
        });
        const there = ground();
        there.story.done('profiles import', { profile: there.profile, document: out.document });
        const again = await written(there.story, format);
        expect(ownRows(again.document)).toEqual(ownRows(out.document));
      }),
      { numRuns: 12 },
    );
  });
});

/** Cells that hold something, by column, without what was worked out of the notes of targets: no column can say those. */
function ownRows(document: SentDocument): unknown {
  const notes = profileForm().columns.findIndex(({ member }) => member === 'notes');
  const rows = document.kind === 'sheets' ? (document.sheets[0]?.rows ?? []) : [];
  const ownIn = (cell: unknown, at: number) =>
    at === notes ? String(cell).split(profileForm().mark)[0]?.trim() : cell;
  return rows.map(({ cells }) => Object.entries(cells.map(ownIn)).filter(([, cell]) => cell !== ''));
}

it('the workbook has a row for every node of the framework that is spoken of', async () => {
  const { document } = await written(ground().story, 'xlsx');
  const nodes = framework(csf)?.requirements.filter(
    ({ assessable, parts }) => assessable || parts === 'exact',
  );
  expect(document.kind === 'sheets' && document.sheets[0]?.rows.length).toBe((nodes?.length ?? 0) + 1);
  expect(nodes).toHaveLength(134);
});
