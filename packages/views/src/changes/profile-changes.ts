import { csfTiers, phraseIn } from '@concord/catalog';
import { statusTexts, targetTexts, tierChoices } from '@concord/programme';
import type { CsfProfile } from '../csf-profile/csf-profile.ts';
import type { OutcomeSaid, ProfileRow } from '../csf-profile/row.ts';
import { languageOf, sayIn } from '../language/say.ts';
import {
  type Clause,
  type ReadAloud,
  type Stands,
  stateClause,
  valueClause,
} from '../statement-of-applicability/changes/change.ts';
import {
  actionsClause,
  controlsClause,
  evidenceClause,
  wholeClauses,
} from '../statement-of-applicability/changes/changes.ts';
import { type ChangesTold, paired, tellChanges } from '../statement-of-applicability/changes/paired.ts';

/** A profile as it was published, perhaps by an earlier version, which said less. */
type ProfileKept = Partial<CsfProfile>;

/** An outcome, or a heading over outcomes: of a heading the score is a summary, which follows from its outcomes. */
type Said = Stands & Partial<OutcomeSaid> & Partial<Omit<ProfileRow, keyof OutcomeSaid | keyof Stands>>;

/** What differs between two answers on a profile: what it is made on, its tiers, and outcome by outcome what is said. */
export function profileChanges(before: ProfileKept, after: ProfileKept, by: ReadAloud): ChangesTold {
  const outcomes = paired(saidIn(before), saidIn(after), ({ id }) => id).map(({ key, one, other }) => ({
    row: key,
    clauses: outcomeClauses(one ?? {}, other ?? {}, by),
  }));
  const whole = [...wholeClauses(before, after, by), ...profileClauses(before, after, by)];
  return tellChanges([{ row: 'whole', clauses: whole }, ...outcomes], by);
}

function saidIn({ groups = [], rows = [] }: ProfileKept): (Said & { readonly id: string })[] {
  return [...groups.map(({ score: _summary, ...group }) => group), ...rows];
}

function profileClauses(one: ProfileKept, other: ProfileKept, by: ReadAloud): Clause[] {
  return [
    ...valueClause('profile', one.profile?.name ?? '', other.profile?.name ?? ''),
    ...valueClause('assumptions', one.profile?.assumptions ?? '', other.profile?.assumptions ?? ''),
    ...tierChoices.flatMap((which) =>
      valueClause(which, tierIn(one.tiers?.[which], by), tierIn(other.tiers?.[which], by)),
    ),
  ];
}

type TierKept = CsfProfile['tiers'][(typeof tierChoices)[number]];

/** With the reason, which a reader sees beside it. */
function tierIn(choice: TierKept, by: ReadAloud): string {
  if (!choice) return '';
  const say = sayIn(by);
  const name = csfTiers().steps.find(({ value }) => value === choice.tier)?.name ?? '';
  const of = say('csf.tiers.tier', { tier: choice.tier, name: phraseIn(languageOf(by), name) });
  return choice.rationale.trim() === '' ? of : say('said.of', { of, said: choice.rationale });
}

function outcomeClauses(one: Said, other: Said, by: ReadAloud): Clause[] {
  return [
    ...includedClause(one, other),
    ...valueClause('rationale', one.rationale ?? '', other.rationale ?? ''),
    ...statusClauses(one, other),
    ...targetClauses(one, other, by),
    ...stateClause(one, other, by),
    ...controlsClause(one, other, by),
    ...evidenceClause(one, other, by),
    ...actionsClause(one, other, by.nameOf),
  ];
}

/** Earlier versions did not say it. */
function includedClause(one: Said, other: Said): Clause[] {
  if (one.included === undefined || other.included === undefined) return [];
  const said = ({ included }: Said) => (included ? 'included' : 'left-out');
  return valueClause('included', said(one), said(other));
}

/** The first of the texts says why an outcome is included, which a heading may say for it. */
const statusShown = statusTexts.filter((name) => name !== 'rationale' && name !== 'status');

function statusClauses({ status: one, score: was }: Said, { status: other, score: is }: Said): Clause[] {
  return [
    ...valueClause('status', one?.text ?? '', other?.text ?? ''),
    ...valueClause('priority', one?.priority ?? '', other?.priority ?? ''),
    ...valueClause('priorityText', one?.priorityText ?? '', other?.priorityText ?? ''),
    ...statusShown.flatMap((name) => valueClause(name, one?.[name] ?? '', other?.[name] ?? '')),
    ...valueClause('score', numberIn(was?.current?.value), numberIn(is?.current?.value)),
  ];
}

function targetClauses({ target: one }: Said, { target: other }: Said, by: ReadAloud): Clause[] {
  const owner = (target: typeof one) => (target?.owner === undefined ? '' : by.nameOf(target.owner));
  const wanted = (target: typeof one) => (target ? (target.wanted ? 'wanted' : 'not-wanted') : '');
  return [
    ...valueClause('target', wanted(one), wanted(other)),
    ...(['priority', 'priorityText', 'due', 'rationale', ...targetTexts] as const).flatMap((name) =>
      valueClause(`target-${name}`, one?.[name] ?? '', other?.[name] ?? ''),
    ),
    ...valueClause('target-tier', numberIn(one?.tier), numberIn(other?.tier)),
    ...valueClause('target-score', numberIn(one?.score), numberIn(other?.score)),
    ...valueClause('target-owner', owner(one), owner(other)),
  ];
}

function numberIn(value: number | undefined): string {
  return value === undefined ? '' : `${value}`;
}
