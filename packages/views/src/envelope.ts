import { editionIn, type Framework } from '@concord/catalog';
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
import { type InLanguage, languageOf } from './language/say.ts';
import { type AuditPeriod, type PeriodShown, periodShown } from './period/control-days.ts';
import { periodTable } from './period/control-period.ts';
import { type PeriodGiven, periodGiven } from './period/period-given.ts';
import { requirementPeriod } from './period/requirement-period.ts';
import { type HintedRow, type Reader, visibleRow } from './reader.ts';

/** What every view is asked with. */
export interface ViewAsked extends InLanguage {
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
  readonly scope: {
    readonly id: string;
    readonly name: string;
    readonly statement: string;
    /** Day on which clause 4.3 was last stated for it: it may be later than `on`. Absent while nobody has. */
    readonly statedOn?: string;
  };
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

/** The same of a view that is of no one framework. */
export type Ground = Omit<Envelope, 'framework' | 'period' | 'numbers'>;

export function groundOf(asked: ViewAsked, view: string, scope: string): Ground {
  const { programme, organisation, on, head } = asked;
  return {
    view,
    organisation: { id: organisation, name: programme.governance.organisation?.name ?? '' },
    scope: scopeShown(programme, scope),
    on,
    knownAt: programme.position,
    position: programme.position,
    head,
  };
}

export interface Opened {
  /** With its titles in the language asked for. */
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
  const adopted = adoptedEdition(programme.governance, frameworkId);
  if (!adopted) return refuse('unavailable', 'framework.edition-missing', { framework: frameworkId });
  const scope = asked.scope ?? adoption.scope;
  if (!hasScope(programme.governance, scope))
    return refuse('missing', 'scope.unknown', { scope, at: 'scope' });
  const period = asked.period && periodGiven(asked.period, on);
  if (period && 'refusal' in period) return period;
  const worked = coverageOf(programme, { framework: adopted, scope, on }, memory);
  const framework = editionIn(languageOf(asked), adopted);
  const { id, title, edition: named } = framework;
  return {
    framework,
    worked,
    scope,
    row: rowMaker(asked, worked, period),
    again: (kind, make) => againOf(asked, worked, { kind, make }),
    envelope: (view, ids) => {
      const { on: day, knownAt, position, head, ...whose } = groundOf(asked, view, scope);
      return {
        ...whose,
        framework: {
          id,
          title,
          edition: named,
          hash: adoption.edition,
          ...selectionShown(framework, adoption),
        },
        on: day,
        knownAt,
        position,
        head,
        ...(period ? { period: periodShown(period) } : {}),
        numbers: countNumbers(worked.coverage.results, ids),
      };
    },
  };
}

/** Coverage is worked out anew with every change; nothing else that an answer is made of can change without one. */
function againOf<T extends object>(
  asked: ViewAsked,
  worked: Worked,
  { kind, make }: { kind: string; make: () => T },
): T {
  const { reader, organisation, head, scope, period } = asked;
  if (reader.sees !== 'all') return make();
  const basis = [organisation, head, scope, period?.from, period?.to, period?.today];
  return remember(asked, { from: worked, kind, basis }, make);
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
  const { reader } = asked;
  const language = languageOf(asked);
  const hintsOn = hintsOf(asked, workedElsewhere(asked), coverage.aspect.framework);
  const table = period && periodTable(asked, { scope: coverage.aspect.scope, period });
  return (id) => {
    const row = rows.get(id) as CoverageRow;
    const hints = withOwnHints(coverage, id, hintsOn(id));
    const hint = () => ({ ...visibleRow(row, reader, language), hints });
    const hinted =
      reader.sees === 'all' ? remember(asked, { from: row, kind: 'hinted', basis: [hints] }, hint) : hint();
    if (!table || !period) return hinted;
    const over = () => ({ ...hinted, period: requirementPeriod(coverage, id, { table, period }) });
    return remember(asked, { from: hinted, kind: 'period', basis: [table] }, over);
  };
}

/** Why there is nothing to show of a framework: it has to be adopted first, or there is none of that name. */
export function refuseUnadopted({ governance }: Programme, id: string): { refusal: Refusal } {
  const known = knownFrameworks(governance);
  return known.split(', ').includes(id)
    ? refuse('conflict', 'framework.not-adopted', { framework: id, at: 'framework' })
    : refuse('missing', 'framework.unknown', { framework: id, known, at: 'framework' });
}

function selectionShown({ selections }: Framework, { selection }: Adoption) {
  const taken = selections?.find(({ id }) => id === selection);
  return taken ? { selection: { id: taken.id, title: taken.title } } : {};
}

/** Of the whole organisation there is no more than was stated; another scope may have been defined with a statement. */
export function scopeShown({ governance }: Programme, id: string): Envelope['scope'] {
  const stated = governance.scopeStatements.get(id);
  const statedOn = stated ? { statedOn: stated.statedOn } : {};
  if (id !== wholeOrganisation) {
    const { name = '', statement = '' } = governance.scopes.get(id) ?? {};
    return { id, name, statement, ...statedOn };
  }
  const name = governance.organisation?.name ?? '';
  return { id, name, statement: stated?.statement ?? '', ...statedOn };
}
