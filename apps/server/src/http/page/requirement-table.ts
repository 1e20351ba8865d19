import type { HintedRow } from '@concord/views';
import { html } from 'hono/html';
import { bar, figures, type Numbers } from './interval.ts';
import { mark, sheetState, state } from './marks.ts';
import { type Markup, typed, words } from './markup.ts';

/** A column, by its key among the words; nothing in a cell prints as a dash, and on a phone not at all. */
export interface Column<Row> {
  readonly key: string;
  readonly cell: (row: Row) => Markup | string | undefined;
}

/** Rows under one heading; `parts` where the framework has a second level of headings. */
export interface Group<Row> {
  readonly id: string;
  readonly title: string;
  readonly numbers?: Numbers | undefined;
  readonly parts: readonly Part<Row>[];
}

export interface Part<Row> {
  readonly heading?: { readonly id: string; readonly title: string; readonly numbers?: Numbers | undefined };
  readonly rows: readonly Row[];
}

export interface Table<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly parts: readonly Part<Row>[];
  /** Address of the page that says why, by the id of a requirement. */
  readonly why: (requirement: string) => string;
}

/**
 * Requirements with where they stand. The roles say again what the elements are, because a narrow screen sets rows
 * as blocks and some browsers then forget that this is a table.
 */
export function requirementTable<Row extends HintedRow>({
  caption,
  columns,
  parts,
  why,
}: Table<Row>): Markup {
  const heads = columns.map(
    ({ key }) => html`<th scope="col" role="columnheader" class="${key}">${words(`column.${key}`)}</th>`,
  );
  return html`<table role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" class="id">${words('column.id')}</th><th scope="col" role="columnheader" class="title">${words('column.title')}</th><th scope="col" role="columnheader" class="state">${words('column.state')}</th>${heads}</tr></thead>
${parts.map(
  ({ heading, rows }) =>
    html`<tbody role="rowgroup">${heading && partHeading(heading, columns.length + 3, why)}${rows.map((row) =>
      requirementRow(row, columns, why),
    )}</tbody>`,
)}</table>`;
}

function partHeading(
  { id, title, numbers }: NonNullable<Part<never>['heading']>,
  span: number,
  why: Table<never>['why'],
): Markup {
  return html`<tr role="row" class="part"><th scope="rowgroup" role="rowheader" colspan="${span}"><a href="${why(id)}">${id}</a> ${title} ${numbers && smallInterval(numbers)}</th></tr>`;
}

/** Figures and a bar beside a heading. */
export function smallInterval(numbers: Numbers): Markup {
  return html`<span class="small-interval">${bar(numbers, false)}<span>${words('interval.small', { figures: figures(numbers), n: numbers.n })}</span></span>`;
}

function requirementRow<Row extends HintedRow>(
  row: Row,
  columns: readonly Column<Row>[],
  why: Table<Row>['why'],
): Markup {
  const cells = columns.map(({ key, cell }) => {
    const content = cell(row);
    const label = words(`column.${key}`);
    return content === undefined || content === ''
      ? html`<td role="cell" class="${key} none">–</td>`
      : html`<td role="cell" class="${key}" data-label="${label}">${content}</td>`;
  });
  return html`<tr role="row"><th scope="row" role="rowheader" class="id"><a href="${why(row.id)}">${row.id}</a></th><td role="cell" class="title">${row.title}</td><td role="cell" class="state">${state(row)}</td>${cells}</tr>
`;
}

/** Codes of the controls claimed for it; those not printed and those the reader may not see are counted. */
export function controlsCell({ controls, moreControls, hiddenControls }: HintedRow): Markup | undefined {
  const named = controls.map(
    ({ code }, at) => html`${at > 0 && ', '}<span class="code">${typed(code)}</span>`,
  );
  const more = moreControls > 0 ? [words('controls.more', { count: moreControls })] : [];
  const hidden = hiddenControls > 0 ? [words('controls.hidden', { count: hiddenControls })] : [];
  const rest = [...more, ...hidden].join(', ');
  if (named.length === 0) return rest === '' ? undefined : html`${rest}`;
  return html`${named}${rest !== '' && html`, <span class="quiet">${rest}</span>`}`;
}

const freshnesses = ['fresh', 'due', 'stale', 'missing', 'failed'] as const;

/** How fresh the evidence of those controls is. */
function evidenceCell({ evidence }: HintedRow): Markup | undefined {
  const counted = freshnesses.filter((freshness) => evidence[freshness] > 0);
  if (counted.length === 0) return undefined;
  return html`${counted.map((freshness) => sheetState(freshness, words(`evidence.${freshness}`, { count: evidence[freshness] })))}`;
}

export const controlsColumn: Column<HintedRow> = { key: 'controls', cell: controlsCell };
export const evidenceColumn: Column<HintedRow> = { key: 'evidence', cell: evidenceCell };

/** What the marks mean, once for all tables. */
export function marksLegend(): Markup {
  const circles = ['met', 'partly', 'gap', 'supported', 'unknown', 'stale', 'conflict', 'excluded'];
  return html`<ul class="marks" role="list">${circles.map((name) => html`<li>${mark(name)}<b>${words(`mark.${name}`)}</b> ${words(`mark.${name}.about`)}</li>`)}</ul>`;
}
