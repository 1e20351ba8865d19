import type { Framework } from '@concord/catalog';
import {
  type Adoption,
  adoptedEdition,
  hasScope,
  knownFrameworks,
  type Programme,
  type Refusal,
  refuse,
  wholeOrganisation,
} from '@concord/programme';
import { countNumbers, type Numbers } from './calculus/index.ts';
import { hintsOf, workedElsewhere } from './coverage/hints.ts';
import { coverageOf, remember, type ViewMemory, type Worked } from './coverage/memory.ts';
import { withOwnHints } from './coverage/own-hints.ts';
import type { CoverageRow } from './coverage/row.ts';
import { type AuditPeriod, type PeriodShown, periodShown } from './period/control-days.ts';
import { periodTable } from './period/control-period.ts';
import { type PeriodGiven, periodGiven } from './period/period-given.ts';
import { requirementPeriod } from './period/requirement-period.ts';
import { type HintedRow, type Reader, visibleRow } from './reader.ts';

/** What every view is asked with. */
export interface ViewAsked {
  readonly programme: Programme;
  readonly organisation: string;
  /** Local date the view is about. */
  readonly on: string;
  /** Seal at the programme's position. */
  readonly head: string;
  readonly reader: Reader;
  readonly memory: ViewMemory;
  /** Scope asked about; that of the adoption when left out. */
  readonly scope?: string | undefined;
  /** A time to look back on; each row then says what stood behind it. */
  readonly period?: PeriodGiven | undefined;
}

/** What stands at the head of every view, so that it can be had again and checked. */
export interface Envelope {
  readonly view: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly scope: { readonly id: string; readonly name: string; readonly statement: string };
  readonly framework: {
    readonly id: string;
    readonly title: string;
    readonly edition: string;
    readonly hash: string;
    /** The selection taken up; absent when all of it is. */
    readonly selection?: { readonly id: string; readonly title: string };
  };
  readonly on: string;
  readonly knownAt: number;
  readonly position: number;
  readonly head: string;
  /** The time that is looked back on, when one is. */
  readonly period?: PeriodShown;
  readonly numbers: Numbers;
}

export interface Opened {
  readonly framework: Framework;
  readonly worked: Worked;
  readonly scope: string;
  readonly envelope: (view: string, ids: readonly string[]) => Envelope;
  /** The row of one node, as the reader may see it. */
  readonly row: (id: string) => HintedRow;
  /** For who sees all the very same answer again as long as nothing at all changed; `kind` names it among others. */
  readonly again: <T extends object>(kind: string, make: () => T) => T;
}

/** The coverage behind a view of one adopted framework, in the edition that was adopted. */
export function openView(asked: ViewAsked, frameworkId: string): Opened | { refusal: Refusal } {
  const { programme, on, memory } = asked;
  const adoption = programme.governance.adoptions.get(frameworkId);
  if (!adoption) return refuseUnadopted(programme, frameworkId);
  const framework = adoptedEdition(programme.governance, frameworkId);
  if (!framework) return refuse('unavailable', 'framework.edition-missing', { framework: frameworkId });
  const scope = asked.scope ?? adoption.scope;
  if (!hasScope(programme.governance, scope))
    return refuse('missing', 'scope.unknown', { scope, at: 'scope' });
  const period = asked.period && periodGiven(asked.period, on);
  if (period && 'refusal' in period) return period;
  const worked = coverageOf(programme, { framework, scope, on }, memory);
  const { id, title, edition: named } = framework;
  return {
    framework,
    worked,
    scope,
    row: rowMaker(asked, worked, period),
    again: (kind, make) => againOf(asked, worked, { kind, make }),
    envelope: (view, ids) => ({
      view,
      organisation: { id: asked.organisation, name: programme.governance.organisation?.name ?? '' },
      scope: scopeShown(programme, scope),
      framework: {
        id,
        title,
        edition: named,
        hash: adoption.edition,
        ...selectionShown(framework, adoption),
      },
      on,
      knownAt: programme.position,
      position: programme.position,
      head: asked.head,
      ...(period ? { period: periodShown(period) } : {}),
      numbers: countNumbers(worked.coverage.results, ids),
    }),
  };
}

/** Coverage is worked out anew with every change; nothing else that an answer is made of can change without one. */
function againOf<T extends object>(
  { memory, reader, organisation, head, scope, period }: ViewAsked,
  worked: Worked,
  { kind, make }: { kind: string; make: () => T },
): T {
  if (reader.sees !== 'all') return make();
  const basis = [organisation, head, scope, period?.from, period?.to, period?.today];
  return remember(memory, { from: worked, kind, basis }, make);
}

function rowMaker(asked: ViewAsked, worked: Worked, period: AuditPeriod | undefined): Opened['row'] {
  let make: Opened['row'] | undefined;
  const made = againOf(asked, worked, { kind: 'rows', make: () => new Map<string, HintedRow>() });
  return (id) => {
    const known = made.get(id);
    if (known) return known;
    make ??= rowAnew(asked, worked, period);
    const row = make(id);
    made.set(id, row);
    return row;
  };
}

function rowAnew(
  asked: ViewAsked,
  { coverage, rows }: Worked,
  period: AuditPeriod | undefined,
): Opened['row'] {
  const { memory, reader } = asked;
  const hintsOn = hintsOf(asked, workedElsewhere(asked), coverage.aspect.framework);
  const table = period && periodTable(asked, { scope: coverage.aspect.scope, period });
  return (id) => {
    const row = rows.get(id) as CoverageRow;
    const hints = withOwnHints(coverage, id, hintsOn(id));
    const hint = () => ({ ...visibleRow(row, reader), hints });
    const hinted =
      reader.sees === 'all' ? remember(memory, { from: row, kind: 'hinted', basis: [hints] }, hint) : hint();
    if (!table || !period) return hinted;
    const over = () => ({ ...hinted, period: requirementPeriod(coverage, id, { table, period }) });
    return remember(memory, { from: hinted, kind: 'period', basis: [table] }, over);
  };
}

function refuseUnadopted({ governance }: Programme, id: string): { refusal: Refusal } {
  const known = knownFrameworks(governance);
  return known.split(', ').includes(id)
    ? refuse('conflict', 'framework.not-adopted', { framework: id })
    : refuse('missing', 'framework.unknown', { framework: id, known, at: 'framework' });
}

function selectionShown({ selections }: Framework, { selection }: Adoption) {
  const taken = selections?.find(({ id }) => id === selection);
  return taken ? { selection: { id: taken.id, title: taken.title } } : {};
}

function scopeShown(programme: Programme, id: string): Envelope['scope'] {
  const name = programme.governance.organisation?.name ?? '';
  if (id === wholeOrganisation) return { id, name, statement: '' };
  const scope = programme.governance.scopes.get(id);
  return { id, name: scope?.name ?? '', statement: scope?.statement ?? '' };
}
