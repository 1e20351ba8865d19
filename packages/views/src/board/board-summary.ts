import { type Freshness, publicationsOf, type Refusal } from '@concord/programme';
import { workedBefore } from '../ahead/worked-before.ts';
import { type CsfProfile, csfProfile } from '../csf-profile/csf-profile.ts';
import type { GapRow } from '../csf-profile/gaps.ts';
import type { Envelope, ViewAsked } from '../envelope.ts';
import { controlLibrary } from '../library/control-library.ts';
import { nis2Classes } from '../nis2/entity-class/index.ts';
import type { InParts } from '../pauses/in-parts.ts';
import { statementOfApplicability } from '../statement-of-applicability/statement-of-applicability.ts';
import { type AskedOfBoard, askedOfBoard } from './asked-of.ts';
import { type ProgressOfActions, progressOfActions } from './progress.ts';
import {
  dayBefore,
  type FrameworkStanding,
  type FunctionStanding,
  frameworkStandings,
  functionStandings,
} from './standing.ts';

/** What of the Statement of Applicability a board looks at. */
export interface StatementInShort {
  readonly applicable: number;
  readonly excluded: number;
  readonly undecided: number;
  /** Findings of its checks, errors and warnings. */
  readonly checked: { readonly E: number; readonly W: number };
  /** The last version handed out by the day asked about. */
  readonly published?: { readonly version: number; readonly on: string };
}

export interface BoardSummary extends Envelope, Pick<CsfProfile, 'profile' | 'tiers' | 'score'> {
  /** The day that is compared with, by what is known now. */
  readonly since: string;
  readonly functions: readonly FunctionStanding[];
  /** The most urgent gaps of the profile, and how many there are in all. */
  readonly gaps: { readonly total: number; readonly rows: readonly GapRow[] };
  readonly progress: ProgressOfActions;
  readonly frameworks: readonly FrameworkStanding[];
  readonly entities: readonly { readonly id: string; readonly name: string; readonly class: string }[];
  /** Controls in use by how fresh what shows them is. */
  readonly evidence: Readonly<Record<Freshness, number>>;
  readonly statement?: StatementInShort;
  readonly asked: readonly AskedOfBoard[];
}

const gapsShown = 3;

/** What the page rests on beside its own day: the day it is compared with, and how each control stands. */
export function* beforeBoard(asked: ViewAsked): InParts<void> {
  yield* workedBefore({ ...asked, on: dayBefore(asked.on) }, 'requirements');
  yield* workedBefore(asked, 'controls');
}

/** NIS 2, Article 20 and CSF 2.0, GV.OV: what the management body has to know and to settle, on one page. */
export function boardSummary(asked: ViewAsked, profileId?: string): BoardSummary | { refusal: Refusal } {
  const profile = csfProfile(asked, profileId);
  if ('refusal' in profile) return profile;
  const { groups: _groups, rows: _rows, plan: _plan, gaps, scale: _scale, ...head } = profile;
  const since = dayBefore(asked.on);
  const progress = progressOfActions(asked, since);
  const statement = statementInShort(asked);
  const classes = nis2Classes(asked);
  const entities =
    'refusal' in classes
      ? []
      : classes.rows.map(({ id, name, class: found }) => ({ id, name, class: found }));
  const undetermined = entities.filter((each) => each.class === 'undetermined').map(({ name }) => name);
  const hasTiers = Object.keys(profile.tiers).length > 0;
  return {
    ...head,
    view: 'board-summary',
    since,
    functions: functionStandings(asked, profile, since),
    gaps: { total: gaps.length, rows: gaps.slice(0, gapsShown) },
    progress,
    frameworks: frameworkStandings(asked),
    entities,
    evidence: freshnessCounts(asked),
    ...(statement ? { statement } : {}),
    asked: askedOfBoard({ hasTiers, gaps, progress, statement, undetermined }),
  };
}

/** Nothing while ISO/IEC 27001 is not adopted. */
function statementInShort(asked: ViewAsked): StatementInShort | undefined {
  const view = statementOfApplicability({ ...asked, scope: undefined, period: undefined });
  if ('refusal' in view) return undefined;
  const being = (applicability: string) =>
    view.rows.filter((row) => row.applicability === applicability).length;
  const wanted = { report: 'statement-of-applicability', scope: view.scope.id };
  const last = publicationsOf(asked.programme.governance, wanted)
    .filter(({ on }) => on <= asked.on)
    .at(-1);
  return {
    applicable: being('applicable'),
    excluded: being('excluded'),
    undecided: being('undecided'),
    checked: { E: view.checked.E, W: view.checked.W },
    ...(last ? { published: { version: last.version, on: last.on } } : {}),
  };
}

function freshnessCounts(asked: ViewAsked): Record<Freshness, number> {
  const library = controlLibrary(asked, { facets: true, retired: false, offset: 0, limit: 1 });
  const none = { fresh: 0, due: 0, stale: 0, missing: 0, failed: 0 };
  const counted = (library.facets?.freshness ?? []).flatMap(({ value, count }) =>
    value === '' ? [] : [[value, count]],
  );
  return { ...none, ...Object.fromEntries(counted) };
}
