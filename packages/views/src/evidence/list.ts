import {
  type Control,
  type Controls,
  controlNamed,
  type Ends,
  type Evidence,
  evidenceOf,
  type Programme,
  periodOn,
  type Refusal,
  refuse,
  validityOf,
} from '@concord/programme';
import { type Masked, maySee, maySeeControl, type Reader, visibleEvidence } from '../reader.ts';

/** How a piece itself stands: replaced by a newer version; undated when nothing says how long it counts any more. */
export const pieceStandings = ['fresh', 'due', 'stale', 'failed', 'neutral', 'replaced', 'undated'] as const;
export type PieceStanding = (typeof pieceStandings)[number];

/** What a question about evidence is asked with. */
export interface EvidenceAsked {
  readonly programme: Programme;
  readonly on: string;
  readonly reader: Reader;
}

export interface EvidenceFilter {
  /** Code or id of a control. */
  readonly control?: string | undefined;
  readonly outcome?: Evidence['outcome'] | undefined;
  readonly freshness?: PieceStanding | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface EvidenceRow extends Masked<Evidence> {
  /** Codes of the controls it serves, those the reader may see. */
  readonly codes: readonly string[];
  readonly freshness: PieceStanding;
  /** The longest that it counts for any control that the reader may see. */
  readonly until?: string;
  readonly graceUntil?: string;
}

export interface EvidenceList {
  readonly on: string;
  readonly knownAt: number;
  readonly total: number;
  readonly rows: readonly EvidenceRow[];
}

/** Pieces collected by the day asked about, the one recorded last first; filtered, a page of it. */
export function evidenceList(
  asked: EvidenceAsked,
  filter: EvidenceFilter,
): EvidenceList | { refusal: Refusal } {
  const { programme, on, reader } = asked;
  const named = filter.control === undefined ? undefined : controlSeen(programme, reader, filter.control);
  if (named && 'refusal' in named) return named;
  const { pieces, replacing } = ordered(programme.controls);
  const replaced = new Set<string>();
  for (const { versionOf, collectedOn } of replacing)
    if (collectedOn <= on) replaced.add(versionOf as string);
  const standing = (piece: Evidence) => pieceStanding(asked, piece, replaced.has(piece.id));
  const from = named ? evidenceOf(programme.controls, named.id).reverse() : pieces;
  const matching = from.filter(
    (piece) =>
      piece.collectedOn <= on &&
      (filter.outcome === undefined || piece.outcome === filter.outcome) &&
      piece.controls.some((id) => maySeeControl(programme, reader, id)) &&
      (filter.freshness === undefined || standing(piece).freshness === filter.freshness),
  );
  return {
    on,
    knownAt: programme.position,
    total: matching.length,
    rows: matching.slice(filter.offset, filter.offset + filter.limit).map((piece) => {
      const visible = visibleEvidence(programme, reader, piece);
      const codes = visible.controls.map((id) => programme.controls.controls.get(id)?.code ?? id);
      return { ...visible, codes, ...standing(piece) };
    }),
  };
}

/** In the same words as for one that does not exist, or the refusal would tell. */
function controlSeen(programme: Programme, reader: Reader, named: string): Control | { refusal: Refusal } {
  const control = controlNamed(programme.controls, named);
  if ('refusal' in control || maySee(reader, control.owner)) return control;
  return refuse('missing', 'control.unknown', { control: named, at: 'control' });
}

interface Ordered {
  readonly pieces: readonly Evidence[];
  /** Results that are newer versions of others. */
  readonly replacing: readonly Evidence[];
}

const inOrder = new WeakMap<Controls['evidence'], Ordered>();

function ordered({ evidence }: Controls): Ordered {
  const known = inOrder.get(evidence);
  if (known) return known;
  const pieces = [...evidence.values()].sort((one, other) => other.seq - one.seq);
  const replacing = pieces.filter(
    ({ versionOf, outcome }) => versionOf !== undefined && outcome !== 'neutral',
  );
  const made = { pieces, replacing };
  inOrder.set(evidence, made);
  return made;
}

type Stands = Pick<EvidenceRow, 'freshness' | 'until' | 'graceUntil'>;

function pieceStanding(asked: EvidenceAsked, piece: Evidence, isReplaced: boolean): Stands {
  if (piece.outcome === 'fails') return { freshness: 'failed' };
  if (piece.outcome === 'neutral') return { freshness: 'neutral' };
  const ends = endsOf(asked, piece);
  if (isReplaced) return { freshness: 'replaced', ...ends };
  if (!ends) return { freshness: 'undated' };
  const { on } = asked;
  return { freshness: on <= ends.until ? 'fresh' : on <= ends.graceUntil ? 'due' : 'stale', ...ends };
}

function endsOf({ programme, on, reader }: EvidenceAsked, piece: Evidence): Ends | undefined {
  let longest: Ends | undefined;
  for (const id of piece.controls) {
    const control = programme.controls.controls.get(id);
    if (!control || !maySee(reader, control.owner)) continue;
    const ends = validityOf(piece, periodOn(programme.controls, control.frequency, on));
    if (ends && !(longest && ends.graceUntil <= longest.graceUntil)) longest = ends;
  }
  return longest;
}
