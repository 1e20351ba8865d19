import { edition, framework, type Requirement, requirementOf } from '@concord/catalog';
import type {
  ApplicabilityRow,
  CsfProfile,
  Envelope,
  HintedRow,
  Nis2Duties,
  StatementOfApplicability,
} from '@concord/views';
import { html } from 'hono/html';
import type { Counted } from './interval.ts';
import { day, type Markup, typed, words } from './markup.ts';
import { type Column, controlsColumn, evidenceColumn, type Group, type Part } from './requirement-table.ts';

/** A view with the framework it belongs to, and how the page speaks of it. */
export interface LeadView {
  readonly name: 'statement-of-applicability' | 'csf-profile' | 'nis2-duties';
  readonly framework: string;
  readonly counted: Counted;
}

/** The three views that the page opens with, in this order. */
export const leadViews = [
  { name: 'statement-of-applicability', framework: 'iso27001-2022', counted: 'control' },
  { name: 'csf-profile', framework: 'nist-csf-2.0', counted: 'outcome' },
  { name: 'nis2-duties', framework: 'nis2-directive', counted: 'duty' },
] as const satisfies readonly LeadView[];

/** A view laid out for tables. */
export interface Laid<Row> {
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly Group<Row>[];
}

export function layStatement(view: StatementOfApplicability): Laid<ApplicabilityRow> {
  const columns: Column<ApplicabilityRow>[] = [
    { key: 'applicable', cell: (row) => words(`applicable.${row.applicability}`) },
    { key: 'reasons', cell: reasonsCell },
    {
      key: 'in-place',
      cell: (row) => (row.applicability === 'excluded' ? undefined : words(`in-place.${row.implementation}`)),
    },
    controlsColumn,
    evidenceColumn,
  ];
  const groups = [...groupBy(view.rows, (row) => row.group)];
  return {
    columns,
    groups: groups.map(([id, rows]) => ({ id, title: rows[0]?.groupTitle ?? '', parts: [{ rows }] })),
  };
}

function reasonsCell({ applicability, reasons, exclusionReason }: ApplicabilityRow): Markup | undefined {
  if (applicability === 'excluded') return typed(exclusionReason);
  if (reasons.length === 0) return undefined;
  return html`${reasons.map((reason) => html`<span class="reason"><b>${words(`reason.${reason.kind}`)}</b> ${typed(reason.text)}</span>`)}`;
}

type ProfileRow = CsfProfile['rows'][number];

export function layProfile(view: CsfProfile): Laid<ProfileRow> {
  const numbersOf = new Map(view.groups.map((group) => [group.id, group]));
  const headed = (id: string) => ({
    id,
    title: numbersOf.get(id)?.title ?? '',
    numbers: numbersOf.get(id)?.numbers,
  });
  const groups = [...groupBy(view.rows, (row) => row.function)].map(([id, rows]): Group<ProfileRow> => {
    const parts = [...groupBy(rows, (row) => row.category)];
    return {
      ...headed(id),
      parts: parts.map(([category, under]) => ({ heading: headed(category), rows: under })),
    };
  });
  return { columns: [{ key: 'target', cell: targetCell }, controlsColumn, evidenceColumn], groups };
}

function targetCell({ target }: ProfileRow): string | undefined {
  if (target === undefined) return undefined;
  if (!target.wanted) return words('target.not-wanted');
  const { tier, priority, due } = target;
  const parts = [
    ...(tier === undefined ? [] : [words('target.tier', { tier })]),
    ...(priority === undefined ? [] : [words(`target.priority.${priority}`)]),
    ...(due === undefined ? [] : [words('target.due', { date: day(due) })]),
  ];
  return [words('target.wanted'), ...parts].join(', ');
}

type DutyRow = Nis2Duties['rows'][number];

export function layDuties(view: Nis2Duties): Laid<DutyRow> {
  const columns: Column<DutyRow>[] = [
    { key: 'addressee', cell: (row) => row.addressee },
    { key: 'deadline', cell: (row) => row.deadline },
    { key: 'beyond', cell: beyondCell },
    controlsColumn,
    evidenceColumn,
  ];
  const groups = [...groupBy(view.rows, (row) => topOf(view.framework, row.id)?.id ?? '')];
  return {
    columns,
    groups: groups.map(([id, rows]) => ({
      id: words('article', { id }),
      title: topOf(view.framework, rows[0]?.id ?? '')?.title ?? '',
      parts: [{ rows }],
    })),
  };
}

function beyondCell({ beyondIso27001 }: DutyRow): Markup | undefined {
  if (!beyondIso27001) return undefined;
  const { extent, note } = beyondIso27001;
  return html`${words(`beyond.${extent}`)} <span class="quiet">${note}</span>`;
}

/** The outermost heading above a node, in the edition that was adopted. */
function topOf({ id, hash }: Envelope['framework'], node: string): Requirement | undefined {
  // An edition of one's own lays text beside ours; its headings are the same.
  const adopted = edition(id, hash) ?? framework(id);
  let at = adopted && requirementOf(adopted, node);
  while (adopted && at?.parent) at = requirementOf(adopted, at.parent);
  return at;
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

export function rowsIn(group: Group<HintedRow>): number {
  return group.parts.reduce((sum, part: Part<HintedRow>) => sum + part.rows.length, 0);
}
