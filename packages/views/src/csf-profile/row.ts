import { type Requirement, requirementOf } from '@concord/catalog';
import {
  type Evidence,
  evidenceOf,
  type Inclusion,
  type Profile,
  type Programme,
  type Subject,
} from '@concord/programme';
import type { Standing } from '../coverage/feed.ts';
import { remember } from '../coverage/memory.ts';
import type { CoverageRow } from '../coverage/row.ts';
import type { Opened, ViewAsked } from '../envelope.ts';
import { type HintedRow, maySee } from '../reader.ts';
import { checkOutcome, type ProfileFinding } from './checks.ts';
import { type Gap, gapOf } from './gap.ts';
import { type ActionShown, actionsShown, openActions } from './open-actions.ts';
import {
  inclusionOn,
  type Said,
  type ScoreShown,
  type StatusShown,
  saidOf,
  scoreShown,
  statusShown,
  type TargetShown,
  targetShown,
} from './said.ts';

/** What a profile says of an outcome, or of a heading over outcomes. */
export interface OutcomeSaid {
  /**
   * Whether the profile includes it: unless the nearest word says otherwise (its own, else that of a heading over it), or
   * it was decided not to be applicable.
   */
  readonly included: boolean;
  /** Id of the heading whose word on that holds here; absent where its own does, or there is none. */
  readonly inheritedFrom?: string | undefined;
  /** Why it is included, or not. */
  readonly rationale: string;
  readonly status?: StatusShown | undefined;
  readonly target?: TargetShown | undefined;
  /** Revisions of target and status, for `If-Match`; 0 while nothing is set. */
  readonly revision: number;
  readonly statusRevision: number;
  /** What of it does not hold together, with the mend. */
  readonly checks: readonly ProfileFinding[];
}

export interface ProfileRow extends HintedRow, OutcomeSaid {
  readonly category: string;
  readonly function: string;
  readonly score?: ScoreShown | undefined;
  readonly gap?: Gap | undefined;
  /** Open actions that name the outcome, its target or a control claimed for it. */
  readonly actions: readonly ActionShown[];
  readonly hiddenActions: number;
  /** Evidence of the controls, the latest first. */
  readonly artifacts: readonly ArtifactShown[];
  readonly moreArtifacts: number;
  /** Ids of the people who answer for the controls, those the reader may see. */
  readonly owners: readonly string[];
}

export interface ArtifactShown extends Pick<Evidence, 'id' | 'title' | 'outcome' | 'collectedOn'> {}

/** What rows are made with. */
export interface RowAsked {
  readonly opened: Opened;
  readonly asked: ViewAsked;
  readonly profile: Profile | undefined;
}

/** An outcome with everything known and said of it, before it is shown. */
export interface Outcome {
  readonly requirement: Requirement;
  readonly row: CoverageRow;
  readonly said: Said;
  readonly inclusion: Inclusion;
  /** By the profile, and applicable. */
  readonly included: boolean;
  readonly gap: Gap | undefined;
}

export function outcomeOf({ opened, asked, profile }: RowAsked, requirement: Requirement): Outcome {
  const row = opened.worked.rows.get(requirement.id) as CoverageRow;
  const { programme, on } = asked;
  const { framework } = opened;
  const said = saidOf(programme, { profile, framework: framework.id, on }, requirement.id);
  const inclusion = inclusionOn(programme, { profile, framework, on }, requirement.id);
  const included = row.kind !== 'excluded' && inclusion.included;
  return { requirement, row, said, inclusion, included, gap: gapOf(row, said, { profile, included }) };
}

export function rowOf({ opened, asked, profile }: RowAsked, outcome: Outcome): ProfileRow {
  const { requirement, row: known, said, gap } = outcome;
  const { programme, reader } = asked;
  const row = opened.row(requirement.id);
  const revisions = revisionsOf(asked, said);
  const found = actionsOn(opened, asked, outcome);
  const { target, status, score } = said;
  const stated = [target, status?.value, score?.value, profile?.scale, ...revisions];
  const basis = [...stated, ...basisOf(outcome), ...found.keys()];
  const category = requirement.parent ?? '';
  return remember(asked, { from: row, kind: profile?.id ?? 'csf', basis }, () => ({
    ...row,
    category,
    function: requirementOf(opened.framework, category)?.parent ?? '',
    ...outcomeSaid(
      outcome,
      { reader, checks: checkOutcome({ ...outcome, language: asked.language }) },
      revisions,
    ),
    ...defined({ score: scoreShown(said, reader), gap }),
    ...actionsShown(programme, reader, found),
    ...artifactsOf(known, asked),
    owners: ownersOf(known, asked),
  }));
}

/** The controls of a row change only with the row. */
function actionsOn(opened: Opened, asked: ViewAsked, outcome: Outcome): ReturnType<typeof openActions> {
  const { programme, memory, on } = asked;
  const { actions } = programme.governance;
  if (actions.isEmpty()) return none;
  const from = { from: outcome.row, kind: 'csf actions', basis: [actions, outcome.said.key, on] };
  return remember({ memory }, from, () => openActions(programme, subjectsOf(opened, outcome), on));
}

const none: ReturnType<typeof openActions> = new Map();

/** What an action that closes the gap may name. */
function subjectsOf({ framework }: Opened, { requirement, row, said }: Outcome): Subject[] {
  return [
    { kind: 'requirement', id: `${framework.id}/${requirement.id}` },
    ...(said.key === '' ? [] : [{ kind: 'target', id: said.key } as const]),
    ...row.controls.map(({ control }) => ({ kind: 'control', id: control.id }) as const),
  ];
}

/** Also of what was said once and taken back since: to say it again, its revision has to be known. */
export function revisionsOf({ programme: { revisions } }: ViewAsked, { key }: Said): Revisions {
  if (key === '') return [0, 0];
  return [revisions.get(`target/${key}`) ?? 0, revisions.get(`outcome/${key}`) ?? 0];
}

type Revisions = readonly [target: number, status: number];

/** What of inclusion a row is made from, apart from its own status. */
export function basisOf({ inclusion: { included, statedAt, rationale } }: Outcome): readonly unknown[] {
  return [included, statedAt, rationale];
}

export function outcomeSaid(
  { requirement, said, inclusion, included }: Outcome,
  { reader, checks }: { reader: ViewAsked['reader']; checks: readonly ProfileFinding[] },
  [revision, statusRevision]: Revisions,
): OutcomeSaid {
  const rationale = reader.sees === 'all' ? inclusion.rationale : '';
  const { statedAt } = inclusion;
  const inheritedFrom = statedAt === requirement.id ? undefined : statedAt;
  const shown = defined({
    inheritedFrom,
    status: statusShown(said, reader),
    target: targetShown(said, reader),
  });
  return { included, rationale, ...shown, revision, statusRevision, checks };
}

function defined<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}

const artifactsPrinted = 6;

/** Pieces of the controls behind an outcome that the reader may see, those collected by the day, the latest first. */
export function artifactsOf(
  { controls }: CoverageRow,
  { programme, reader, on }: ViewAsked,
  printed = artifactsPrinted,
): Pick<ProfileRow, 'artifacts' | 'moreArtifacts'> {
  // By id: a piece that came to stand for a further control is another object there.
  const seen = new Set<string>();
  const latest: Evidence[] = [];
  for (const standing of controls) {
    if (!maySee(reader, standing.control.owner)) continue;
    for (const piece of evidenceBehind(programme, standing)) {
      if (piece.collectedOn > on || seen.has(piece.id)) continue;
      seen.add(piece.id);
      putInOrder(latest, piece, printed);
    }
  }
  const artifacts = latest.map(({ id, title, outcome, collectedOn }) => ({
    id,
    title,
    outcome,
    collectedOn,
  }));
  return { artifacts, moreArtifacts: Math.max(0, seen.size - printed) };
}

/** Keeps the latest few, the latest first: thousands of pieces may stand behind an outcome, and few are shown. */
function putInOrder(latest: Evidence[], piece: Evidence, most: number): void {
  let at = latest.length;
  while (at > 0 && latestFirst(piece, latest[at - 1] as Evidence) < 0) at -= 1;
  if (at === most) return;
  latest.splice(at, 0, piece);
  if (latest.length > most) latest.pop();
}

const behind = new WeakMap<Standing, readonly Evidence[]>();

/** New evidence makes another standing of its control; one control stands behind many outcomes. */
function evidenceBehind({ controls }: Programme, standing: Standing): readonly Evidence[] {
  const known = behind.get(standing) ?? evidenceOf(controls, standing.control.id);
  behind.set(standing, known);
  return known;
}

function latestFirst(one: Evidence, other: Evidence): number {
  if (one.collectedOn === other.collectedOn) return other.seq - one.seq;
  return one.collectedOn < other.collectedOn ? 1 : -1;
}

function ownersOf({ controls }: CoverageRow, { reader }: ViewAsked): string[] {
  const seen = controls.filter(({ control }) => maySee(reader, control.owner));
  return [...new Set(seen.flatMap(({ control }) => control.owner ?? []))].sort();
}
