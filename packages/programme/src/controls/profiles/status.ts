import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  type Fact,
  factType,
  id,
  on,
  type RecordedFact,
  record,
  refuse,
  text,
} from '../../foundation/index.ts';
import type { Back, WayBack } from '../../governance/index.ts';
import {
  type OutcomeStatus,
  type Priority,
  type Profile,
  priorities,
  type StatusText,
  statusTexts,
  targetKey,
} from '../profile.ts';
import type { Controls, WithControls } from '../state.ts';
import { keptProfile, outcomeNamed } from './outcome.ts';

/** What may be said of an outcome; null takes away what was said. */
export type StatusChanges = { [Member in StatusText | 'priorityText']?: string | null | undefined } & {
  included?: boolean | null | undefined;
  priority?: Priority | null | undefined;
};

type StatusData = StatusChanges & {
  profile: string;
  framework: string;
  requirement: string;
  statedOn: string;
};

const outcomeStated = factType<StatusData>('OutcomeStated', 1, [...statusTexts, 'priorityText']);

const outcomeStatementUndone = factType<{ entry: number }>('OutcomeStatementUndone', 1, []);

/** How long a text about an outcome may be. */
export const longestText = 10_000;
const said = text(longestText).nullable().optional();

export const stateStatusInput = z.strictObject({
  profile: id.describe('Id of the profile'),
  requirement: id.describe('Id of the outcome, or of a heading over outcomes'),
  included: z.boolean().nullable().optional().describe('Whether the profile includes it'),
  rationale: said.describe('Why it is included, or not'),
  priority: z.enum(priorities).nullable().optional().describe('How much it matters today'),
  status: said.describe('How it stands, in words of whoever answers for it'),
  policies: said.describe('Policies, processes and procedures there are, in place of what the controls say'),
  practices: said.describe('What is done, in place of what the controls say'),
  roles: said.describe('Who does what, in place of the owners of the controls'),
  references: said.describe('References that were selected, in place of those that are claimed'),
  artifacts: said.describe('Artifacts beside the evidence that is recorded'),
  notes: said.describe('Notes'),
  considerations: said.describe('What is to be considered'),
});

/** CSWP 29, 3.1, step 3: what the organisation says of an outcome, beside what follows from controls and evidence. */
export function stateStatus(
  state: WithControls,
  input: z.infer<typeof stateStatusInput>,
  { today }: Circumstances,
): Decision {
  const profile = keptProfile(state, input.profile);
  if ('refusal' in profile) return profile;
  const outcome = outcomeNamed(state, profile, input.requirement);
  if ('refusal' in outcome) return outcome;
  const { profile: _profile, requirement: _requirement, ...changes } = input;
  // A level alone takes the place of whatever words there were.
  const whole = changes.priority === undefined ? changes : { ...changes, priorityText: null };
  const fact = statusFact(state.controls, { profile, outcome: outcome.id, today }, whole);
  return fact ? record(fact) : record();
}

export interface StatusPlace {
  readonly profile: Profile;
  readonly outcome: string;
  readonly today: string;
}

/** The fact that makes these changes; none where everything is so already. */
export function statusFact(
  { statuses }: Controls,
  { profile: { id: profile, framework }, outcome, today }: StatusPlace,
  changes: StatusChanges,
): Fact | undefined {
  const key = targetKey(profile, framework, outcome);
  const now = statuses.get(key)?.at(-1)?.value;
  const wanted = Object.entries(changes).filter(
    ([member, value]) =>
      value !== undefined &&
      (value ?? bare(member)) !== (now?.[member as keyof OutcomeStatus] ?? bare(member)),
  );
  if (wanted.length === 0) return undefined;
  const data = { profile, framework, requirement: outcome, ...Object.fromEntries(wanted), statedOn: today };
  return outcomeStated.of({ kind: 'outcome', id: key }, data);
}

/** What stands where nothing is said. */
function bare(member: string): '' | undefined {
  return member === 'included' || member === 'priority' ? undefined : '';
}

const nothing = Object.fromEntries(statusTexts.map((name) => [name, ''])) as Record<StatusText, string>;

export const statusEvolvers: readonly Evolver<Controls>[] = [
  on(outcomeStated, (state: Controls, fact: RecordedFact<StatusData>) => {
    const { record, data, redacted, actor, seq } = fact;
    const {
      profile: _profile,
      framework: _framework,
      requirement: _requirement,
      statedOn,
      ...changes
    } = data;
    const history = state.statuses.get(record.id) ?? [];
    const before = history.at(-1)?.value ?? { ...nothing, priorityText: '' };
    const present = Object.entries(changes).map(([member, value]) => [member, value ?? bare(member)]);
    // What was erased must not bring back what it had replaced.
    const erased = redacted.map((member) => [member, '']);
    const value = { ...before, ...Object.fromEntries([...erased, ...present]), by: actor, seq };
    return { ...state, statuses: state.statuses.set(record.id, [...history, { from: statedOn, value }]) };
  }),
  on(outcomeStatementUndone, (state: Controls, { record: { id }, data }: RecordedFact<{ entry: number }>) => {
    const history = (state.statuses.get(id) ?? []).filter(({ value }) => value.seq !== data.entry);
    const statuses = history.length === 0 ? state.statuses.delete(id) : state.statuses.set(id, history);
    return { ...state, statuses };
  }),
];

/** What was said is as if it had never been: what was said before it stands again. */
export const statusWayBack: WayBack<WithControls> = {
  types: [outcomeStated.type],
  back: ({ state, after }, fact) => {
    const { record: named, seq: entry } = fact;
    const said = [after, state].map(({ controls }) => controls.statuses.get(named.id)?.at(-1)?.value.seq);
    return refuseChanged(fact, said) ?? { facts: [outcomeStatementUndone.of(named, { entry })] };
  },
};

/** Refuses to undo what is no longer the latest of an outcome; positions of the latest right after it and now. */
export function refuseChanged(
  { data }: RecordedFact,
  [left, now]: readonly (number | undefined)[],
): Back | undefined {
  if (left === now) return undefined;
  const { requirement: record } = data as Pick<StatusData, 'requirement'>;
  return refuse('conflict', 'undo.changed-since', { record, revision: now ?? 0 });
}
