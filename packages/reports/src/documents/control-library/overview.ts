import { say } from '@concord/catalog';
import type { BookRow, ControlBook } from '@concord/views';
import type { BarRow, Block } from '../../blocks.ts';
import { writeNumber } from '../../wording/figures.ts';
import { barOfGroup, barsOf, groupedBy } from '../parts/groups.ts';
import { numbered } from '../parts/lines.ts';

/** The library in figures, family by family, then what it is claimed for. */
export function writeOverview(view: ControlBook, language: string): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: say(language, 'library-report.overview') };
  if (view.rows.length === 0)
    return [heading, { kind: 'paragraph', text: say(language, 'library-report.none') }];
  return [
    heading,
    { kind: 'figures', figures: writeFigures(ofUse(view.rows), language) },
    ...writeByFamily(ofUse(view.rows), language),
    ...writeClaims(view, language),
  ];
}

function writeFigures(rows: readonly BookRow[], language: string) {
  const figure = (key: string, isCounted: (row: BookRow) => boolean) => ({
    figure: writeNumber(rows.filter(isCounted).length, language),
    words: say(language, `library-report.figure.${key}`),
  });
  return [
    figure('all', () => true),
    figure('operating', ({ implementation }) => implementation === 'operating'),
    figure('shown', ({ freshness }) => freshness === 'fresh' || freshness === 'due'),
    figure('unowned', ({ owner }) => owner === undefined),
  ];
}

const barHeads = {
  label: 'library-report.family',
  figure: 'library-report.bars.figure',
  words: 'library-report.bars.evidence',
};

/** The rows of each family, in their order. */
export function familiesOf(rows: readonly BookRow[]): BookRow[][] {
  return groupedBy(rows, ({ family }) => family);
}

/** Those whose condition of use holds: what is counted, here as in every other place. The others are listed. */
export function ofUse(rows: readonly BookRow[]): BookRow[] {
  return rows.filter(({ conditionHolds }) => conditionHolds);
}

/** How many are listed that are not counted. */
export function writeIdle(idle: number, language: string): string {
  return say(language, 'library-report.idle', { count: idle });
}

export function writeFamilyName({ family }: BookRow, language: string): string {
  return family === '' ? say(language, 'library-report.family.none') : family;
}

export function countImplemented(
  rows: readonly BookRow[],
  implementation: BookRow['implementation'],
): number {
  return rows.filter((row) => row.implementation === implementation).length;
}

function writeByFamily(rows: readonly BookRow[], language: string): Block[] {
  const caption = say(language, 'library-report.families');
  return [
    { kind: 'heading', level: 2, text: caption },
    barsOf(
      { caption, heads: barHeads, rows: familiesOf(rows).map((members) => barOf(members, language)) },
      language,
      {
        met: say(language, 'library-report.implementation.operating'),
        possible: say(language, 'library-report.implementation.partly'),
        gap: say(language, 'library-report.implementation.planned'),
      },
    ),
  ];
}

function barOf(rows: readonly BookRow[], language: string): BarRow {
  const n = rows.length;
  const met = countImplemented(rows, 'operating');
  const possible = n - countImplemented(rows, 'planned');
  const label = writeFamilyName(rows[0] as BookRow, language);
  return barOfGroup({ label, n, met, possible, words: writeEvidence(rows, language) }, language);
}

/** How many of them are fresh, due, lapsed, failed or without evidence: what there is any of. */
export function writeEvidence(rows: readonly BookRow[], language: string): string {
  const states = ['fresh', 'due', 'stale', 'failed', 'missing'] as const;
  return states
    .map((state) => ({ state, number: rows.filter(({ freshness }) => freshness === state).length }))
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => say(language, `document.evidence.${state}`, { number }))
    .join(', ');
}

/** How many controls are claimed for something in each framework, and how many requirements that is. */
function writeClaims({ frameworks, rows }: ControlBook, language: string): Block[] {
  const caption = say(language, 'library-report.claims');
  if (frameworks.length === 0) return [];
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `library-report.claims.${id}`),
    width,
  });
  const figures = (['controls', 'requirements', 'proposed'] as const).map((id) => ({
    ...column(id, 18),
    align: 'end' as const,
  }));
  return [
    { kind: 'heading', level: 2, text: caption },
    {
      kind: 'table',
      caption,
      columns: [{ ...column('framework', 46), identifies: true }, ...figures],
      rows: frameworks.map(({ id, title }) => [
        title,
        ...countClaims(rows, id).map((count) => numbered(count, language)),
      ]),
    },
  ];
}

/** Controls with a confirmed claim on the framework, requirements so claimed, and requirements with a proposal only. */
function countClaims(rows: readonly BookRow[], framework: string): number[] {
  const [confirmed, proposed] = [new Set<string>(), new Set<string>()];
  let controls = 0;
  for (const { claims } of rows) {
    const own = claims.filter((claim) => claim.framework === framework);
    if (own.some(({ state }) => state === 'confirmed')) controls += 1;
    for (const { state, requirement } of own) (state === 'confirmed' ? confirmed : proposed).add(requirement);
  }
  const open = [...proposed].filter((each) => !confirmed.has(each));
  return [controls, confirmed.size, open.length];
}
