import { assessableOf, type Framework } from '@concord/catalog';
import { applicabilityKey, type Refusal, refuse, valueOn, wholeOrganisation } from '@concord/programme';
import { csfFramework, csfProfile } from '../csf-profile/csf-profile.ts';
import type { ProfileRow } from '../csf-profile/row.ts';
import { annexA } from '../statement-of-applicability/rows/linked.ts';
import { statementOfApplicability } from '../statement-of-applicability/statement-of-applicability.ts';
import { adoptedOr } from './framework.ts';
import {
  type ExchangeAsked,
  type ExchangeHead,
  type FrameworkNamed,
  frameworkNamed,
  headOf,
  type ScopeNamed,
  scopeNamed,
} from './head.ts';

/** Something said of one requirement, under a name of ours. */
export interface Said {
  readonly name: string;
  readonly value: string;
}

export interface SelectionExchange extends ExchangeHead {
  readonly model: 'profile';
  /** What was selected by: decisions on what applies, or the targets of a profile. */
  readonly by: 'applicability' | 'target';
  /** Id and name of the profile; of decisions absent. */
  readonly profile?: { readonly id: string; readonly name: string };
  readonly framework: FrameworkNamed;
  readonly scope: ScopeNamed;
  readonly included: readonly { readonly id: string; readonly said: readonly Said[] }[];
  readonly excluded: readonly { readonly id: string; readonly reason: string }[];
  /** Nothing has been decided of these; they are neither. */
  readonly undecided: readonly string[];
  /** Codes of necessary controls of our own, beside those of the framework. */
  readonly further: readonly string[];
}

/** What the organisation selects of a framework: what applies to it, or what a profile wants of its outcomes. */
export function selectionExchange(
  asked: ExchangeAsked,
  { framework: id = annexA, profile }: { framework?: string | undefined; profile?: string | undefined },
): SelectionExchange | { refusal: Refusal } {
  if (profile !== undefined) return targetsOf(asked, profile);
  const framework = adoptedOr(asked, id);
  if ('refusal' in framework) return framework;
  const found = id === annexA ? statementSelects(asked) : applicableOf(asked, framework);
  if ('refusal' in found) return found;
  if (found.included.length === 0) return refuse('conflict', 'oscal.nothing-selected', { framework: id });
  return {
    ...headOf(asked),
    model: 'profile',
    by: 'applicability',
    framework: frameworkNamed(asked.programme, id),
    ...found,
  };
}

type Found = Pick<SelectionExchange, 'included' | 'excluded' | 'undecided' | 'further' | 'scope'>;

/** Clause 6.1.3 d: what is necessary of Annex A and why, what is not and why not, and what is necessary beside it. */
function statementSelects(asked: ExchangeAsked): Found | { refusal: Refusal } {
  const view = statementOfApplicability(asked);
  if ('refusal' in view) return view;
  const are = (word: string) => view.rows.filter(({ applicability }) => applicability === word);
  const saidOf = ({ reasons }: (typeof view.rows)[number]) =>
    reasons.map(({ kind, text }) => ({ name: `reason-${kind}`, value: text }));
  return {
    scope: { id: view.scope.id, name: view.scope.name },
    included: are('applicable').map((row) => ({ id: row.id, said: saidOf(row) })),
    excluded: are('excluded').map(({ id, exclusionReason }) => ({ id, reason: exclusionReason })),
    undecided: are('undecided').map(({ id }) => id),
    further: view.further.map(({ code }) => code),
  };
}

/** Of any other framework everything is asked that was not decided to be left out. */
function applicableOf(asked: ExchangeAsked, framework: Framework): Found {
  const { programme, on } = asked;
  const scope = asked.scope ?? programme.governance.adoptions.get(framework.id)?.scope ?? wholeOrganisation;
  const decided = assessableOf(framework).map(({ id }) => {
    const key = applicabilityKey(scope, framework.id, id);
    return { id, decision: valueOn(programme.controls.applicability.get(key) ?? [], on) };
  });
  const out = decided.filter(({ decision }) => decision?.applicable === false);
  return {
    scope: scopeNamed(programme, scope),
    included: decided.filter((each) => !out.includes(each)).map(({ id }) => ({ id, said: [] })),
    excluded: out.map(({ id, decision }) => ({ id, reason: decision?.exclusionReason ?? '' })),
    undecided: [],
    further: [],
  };
}

/** CSWP 29, 3.1: the outcomes that a profile wants, with how soon and how thoroughly. */
function targetsOf(asked: ExchangeAsked, profile: string): SelectionExchange | { refusal: Refusal } {
  const view = csfProfile(asked, profile);
  if ('refusal' in view) return view;
  const { id = '', name = '' } = view.profile ?? {};
  const isOut = ({ included, target }: ProfileRow) => !included || target?.wanted === false;
  const wanted = view.rows.filter((row) => !isOut(row) && row.target?.wanted === true);
  if (wanted.length === 0) return refuse('conflict', 'oscal.nothing-wanted', { profile: name });
  return {
    ...headOf(asked),
    model: 'profile',
    by: 'target',
    profile: { id, name },
    framework: frameworkNamed(asked.programme, csfFramework),
    scope: { id: view.scope.id, name: view.scope.name },
    included: wanted.map((row) => ({ id: row.id, said: targetSaid(row) })),
    excluded: view.rows.filter(isOut).map((row) => ({ id: row.id, reason: reasonOf(row) })),
    undecided: view.rows.filter((row) => !isOut(row) && !row.target).map((row) => row.id),
    further: [],
  };
}

function reasonOf({ included, rationale, target }: ProfileRow): string {
  return included ? (target?.rationale ?? '') : rationale;
}

function targetSaid({ target }: ProfileRow): Said[] {
  const { priority, tier, score, due, rationale } = target ?? {};
  const said = { priority, 'target-tier': tier, 'target-score': score, due, rationale };
  return Object.entries(said).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name, value: String(value) }],
  );
}
