import type { CsfProfile, Envelope, HintedRow, Nis2Duties, StatementOfApplicability } from '@concord/views';
import { html } from 'hono/html';
import { commandLine, noControlsYet } from './first-steps.ts';
import { bar, figures, interval, sentencesOn } from './interval.ts';
import {
  type Laid,
  type LeadView,
  layDuties,
  layProfile,
  layStatement,
  leadViews,
  rowsIn,
} from './lead-views.ts';
import { commands, type Markup, spoken, typed, words } from './markup.ts';
import { marksLegend, requirementTable, smallInterval } from './requirement-table.ts';
import { addressOf, asOfBand, type Selection, whyAddress } from './selection.ts';

/** A refusal as the interface words it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly path?: string;
}

export type Told<T> = { readonly found: T } | { readonly problem: Problem };

export interface LeadViews {
  readonly 'statement-of-applicability': Told<StatementOfApplicability>;
  readonly 'csf-profile': Told<CsfProfile>;
  readonly 'nis2-duties': Told<Nis2Duties>;
}

export interface Place {
  readonly name: string;
  /** Named in commands, where there are several organisations. */
  readonly organisation: string | undefined;
  readonly selection: Selection;
}

export interface FirstAsked extends Place {
  readonly views: LeadViews;
  /** How many controls there are, seen or not. */
  readonly controls: number;
  /** Profiles of outcomes with targets, to choose from. */
  readonly profiles: readonly { readonly id: string; readonly name: string }[];
  readonly asOf: { readonly on: string; readonly position: number };
}

/** The organisation in three frameworks: an overview that leads to each, then each in full. */
export function firstMain(asked: FirstAsked): Markup {
  const { name, organisation, selection, controls, views, asOf } = asked;
  return html`${asOfBand('/', selection, asOf)}
<h1>${typed(name)}</h1>
<p class="lede">${words('what')}</p>
<nav class="overview rule" aria-label="${words('overview')}"><ul role="list">${leadViews.map((view) => overviewEntry(view, asked))}</ul></nav>
${
  controls === 0 &&
  isNow(selection) &&
  noControlsYet(
    organisation,
    Object.values(views).some((told) => 'found' in told),
  )
}
${leadViews.map((view) => leadSection(view, asked))}
<section class="rule" aria-labelledby="marks"><h2 id="marks">${words('marks')}</h2>${marksLegend()}</section>`;
}

function overviewEntry(view: LeadView, { views }: FirstAsked): Markup {
  const told = views[view.name];
  const link = html`<a href="#${view.name}">${words(`view.${view.name}`)}</a>`;
  if ('problem' in told)
    return html`<li>${link} <span class="quiet">${words(toldShort(told.problem))}</span></li>`;
  const { numbers } = told.found;
  return html`<li>${link} <span><b class="figure">${figures(numbers)}</b> <span class="quiet">${words(`overview.of.${view.counted}`, { count: numbers.n })}</span></span>${bar(numbers, false)}</li>`;
}

function toldShort({ code }: Problem): string {
  return code === 'framework.not-adopted' ? 'not-adopted.short' : 'not-shown.short';
}

function leadSection(view: LeadView, asked: FirstAsked): Markup {
  const told = asked.views[view.name];
  const body = 'problem' in told ? notShown(view, told.problem, asked) : viewBody(view, told.found, asked);
  return html`<section class="view rule" aria-labelledby="${view.name}"><h2 id="${view.name}" tabindex="-1">${words(`view.${view.name}`)} <small>${words(`view.${view.name}.of`)}</small></h2>
${body}
<p class="back"><a href="#main">${words('back-up')}</a></p></section>`;
}

/** What was not there then cannot be mended by a command of today. */
function isNow({ knownAt }: Selection): boolean {
  return knownAt === undefined;
}

/** A framework that is not adopted is not a failure: what would stand here, and what to type. */
function notShown(
  { name, framework }: LeadView,
  problem: Problem,
  { organisation, selection }: FirstAsked,
): Markup {
  if (problem.code !== 'framework.not-adopted')
    return html`<p class="note is-gap">${spoken(problem.detail)}</p>`;
  if (!isNow(selection)) return html`<p class="sentence">${words('not-adopted.then')}</p>`;
  return html`<p class="sentence">${words('not-adopted')} ${words(`view.${name}.would`)}</p>${commands([commandLine(`frameworks adopt ${framework}`, organisation)])}`;
}

function viewBody(view: LeadView, found: Envelope, asked: FirstAsked): Markup {
  const lay = {
    'statement-of-applicability': () => tables(view, layStatement(found as StatementOfApplicability), asked),
    'csf-profile': () => tables(view, layProfile(found as CsfProfile), asked),
    'nis2-duties': () => tables(view, layDuties(found as Nis2Duties), asked),
  };
  return html`<p class="sentence">${sentencesOn(found.numbers, view.counted)}</p>
${interval(found.numbers)}
<p class="quiet">${words('scope')} ${typed(found.scope.name)}. ${view.name === 'csf-profile' && profileNote(found as CsfProfile, asked)}</p>
${lay[view.name]()}`;
}

function profileNote({ profile }: CsfProfile, { profiles, selection }: FirstAsked): Markup {
  if (profile)
    return html`${words('profile')} ${typed(profile.name)}. ${profiles.length > 1 && profileLinks(profiles, selection)}`;
  if (profiles.length === 0) return spoken(words('profile.none'));
  return html`${words('profile.which')} ${profileLinks(profiles, selection)}`;
}

function profileLinks(profiles: FirstAsked['profiles'], selection: Selection): Markup {
  const links = profiles.map(
    ({ id, name }) =>
      html`<a href="${addressOf('/', { ...selection, profile: id })}#csf-profile">${typed(name)}</a> `,
  );
  return html`${links}`;
}

function tables<Row extends HintedRow>(
  view: LeadView,
  { columns, groups }: Laid<Row>,
  { selection }: FirstAsked,
): Markup {
  const why = (requirement: string) => whyAddress(selection, view.framework, requirement);
  const anchor = (at: number) => `${view.name}-${at + 1}`;
  const links = groups.map(
    (group, at) =>
      html`<li><a href="#${anchor(at)}">${group.id} ${group.title}</a> <span class="quiet">${rowsIn(group)}</span></li>`,
  );
  const sections = groups.map(
    (
      group,
      at,
    ) => html`<section aria-labelledby="${anchor(at)}"><h3 id="${anchor(at)}" tabindex="-1">${group.id} ${group.title} ${group.numbers && smallInterval(group.numbers)}</h3>
${requirementTable({ caption: words(`caption.${view.counted}`, { group: `${group.id} ${group.title}`, count: rowsIn(group) }), columns, parts: group.parts, why })}</section>`,
  );
  return html`<nav class="groups" aria-label="${words(`groups.${view.counted}`)}"><ul role="list">${links}</ul></nav>
<div class="table-${view.counted}">${sections}</div>`;
}
