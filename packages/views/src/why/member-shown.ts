import {
  type Control,
  type Evidence,
  evidenceOf,
  type Freshness,
  type Holding,
  holdingOn,
  periodOn,
  piecesInPractice,
} from '@concord/programme';
import type { Coverage } from '../coverage/coverage.ts';
import { evidenceIn, type Standing } from '../coverage/feed.ts';
import type { Say } from '../language/say.ts';
import { daysBetween } from './age.ts';

/** A control behind a claim, and what shows that it works. */
export interface MemberShown {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Where it stands, in words: operating, planned, failed, stale … */
  readonly standing: Standing['state']['why'] | 'retired' | 'struck';
  readonly word: string;
  readonly freshness: Freshness;
  readonly freshUntil?: string | undefined;
  readonly graceUntil?: string | undefined;
  /** The piece that decides. */
  readonly evidence?: PieceShown;
  /**
   * What counts beside it and would hold the control up without it: the longest-lasting first, at most twenty. None of a
   * control that is not in place, is struck or has no accepted design: there nothing counts.
   */
  readonly others: readonly OtherPiece[];
  /** How many count beside it, those that are not listed too. */
  readonly othersCount: number;
}

export interface PieceShown extends Pick<Evidence, 'id' | 'title' | 'outcome' | 'collectedOn' | 'kind'> {
  /** Whole days since it was collected. */
  readonly age: number;
}

export interface OtherPiece extends PieceShown {
  readonly freshness: Holding['freshness'];
  readonly freshUntil: string;
  readonly graceUntil: string;
}

const mostOthers = 20;

/** Only where a control does something does what shows it count. */
const works: ReadonlySet<MemberShown['standing']> = new Set(['operating', 'partly implemented']);

/** A control that the reader may see, as it stands on the day of the coverage. What is seen of it is seen of its evidence. */
export function showMember(id: string, coverage: Coverage, say: Say): MemberShown {
  const { programme, aspect, standings } = coverage;
  const control = programme.controls.controls.get(id);
  const found = standings.get(id);
  const standing = found ? (found.state.inUse ? found.state.why : 'struck') : 'retired';
  const deciding = found?.shown.evidence;
  const piece = evidenceOf(programme.controls, id).find((each) => each.id === deciding);
  const others = found && works.has(standing) ? othersBeside(found.control, deciding, coverage) : [];
  return {
    id,
    code: control?.code ?? '',
    name: control?.name ?? '',
    standing,
    word: say(`control.${standing}`),
    freshness: found?.shown.freshness ?? 'missing',
    freshUntil: found?.shown.until,
    graceUntil: found?.shown.graceUntil,
    ...(piece ? { evidence: showPiece(piece, aspect.on) } : {}),
    others: others.slice(0, mostOthers).map((holding) => showOther(holding, aspect.on)),
    othersCount: others.length,
  };
}

/** By the same reading as the standing itself: what counts in the scope, of what was done in practice. */
function othersBeside(
  control: Control,
  deciding: string | undefined,
  { programme, aspect: { scope, on } }: Coverage,
): Holding[] {
  const pieces = piecesInPractice(evidenceIn(programme, control, scope), control, on);
  const holding = holdingOn(pieces, periodOn(programme.controls, control.frequency, on), on);
  return holding.filter(({ piece }) => piece.id !== deciding);
}

function showPiece({ id, title, outcome, collectedOn, kind }: Evidence, on: string): PieceShown {
  return { id, title, outcome, collectedOn, kind, age: daysBetween(collectedOn, on) };
}

function showOther({ piece, freshness, until, graceUntil }: Holding, on: string): OtherPiece {
  return { ...showPiece(piece, on), freshness, freshUntil: until, graceUntil };
}
