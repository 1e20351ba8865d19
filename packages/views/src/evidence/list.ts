import {
  type Control,
  controlNamed,
  type Ends,
  type Evidence,
  evidenceOf,
  type Period,
  type Programme,
  periodOn,
  type Refusal,
  refuse,
  validityOf,
} from '@concord/programme';
import type { ViewMemory } from '../coverage/memory.ts';
import { type Masked, maySee, type Reader, visibleEvidence } from '../reader.ts';
import { type Pieces, piecesOf } from './shelf.ts';

/** How a piece itself stands: replaced by a newer version; undated when nothing says how long it counts any more. */
export const pieceStandings = ['fresh', 'due', 'stale', 'failed', 'neutral', 'replaced', 'undated'] as const;
export type PieceStanding = (typeof pieceStandings)[number];

/** What a question about evidence is asked with. */
export interface EvidenceAsked {
  readonly programme: Programme;
  readonly on: string;
  readonly reader: Reader;
  readonly memory: ViewMemory;
}

export interface EvidenceFilter {
  /** Code or id of a control. */
  readonly control?: string | undefined;
  /** Part of the title, or of the name of its file. */
  readonly text?: string | undefined;
  /** Id of the person or collector that recorded it. */
  readonly by?: string | undefined;
  readonly kind?: Evidence['kind'] | undefined;
  readonly outcome?: Evidence['outcome'] | undefined;
  readonly freshness?: PieceStanding | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface EvidenceRow extends Masked<Evidence> {
  /** Codes of the controls it serves, those the reader may see. */
  readonly codes: readonly string[];
  readonly freshness: PieceStanding;
  /** The longest that it counts for any control that the reader may see and that has no newer version of it. */
  readonly until?: string | undefined;
  readonly graceUntil?: string | undefined;
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
  const pieces = piecesOf(programme, asked.memory);
  const reading = readingOf(asked, pieces.replacing);
  const matches = (piece: Evidence) =>
    piece.collectedOn <= on &&
    isOfKind(piece, filter) &&
    (reader.sees === 'all' || piece.controls.some((id) => reading.seen(id))) &&
    (filter.freshness === undefined || standingOf(reading, piece).freshness === filter.freshness);
  const { offset, limit, ...wanted } = filter;
  const find = () =>
    (named ? evidenceOf(programme.controls, named.id) : pieces.all).filter(matches).reverse();
  const matching = pieces.found(JSON.stringify([on, reader.sees, reader.person, wanted]), find);
  const rows = matching.slice(offset, offset + limit).map((piece) => rowOf(asked, reading, piece));
  return { on, knownAt: programme.position, total: matching.length, rows };
}

function isOfKind(piece: Evidence, { outcome, by, kind, text = '' }: EvidenceFilter): boolean {
  return (
    (outcome === undefined || piece.outcome === outcome) &&
    (by === undefined || piece.by === by) &&
    (kind === undefined || piece.kind === kind) &&
    (text === '' || isNamed(piece, text.trim().toLowerCase()))
  );
}

function isNamed({ title, file }: Evidence, part: string): boolean {
  return title.toLowerCase().includes(part) || (file?.name.toLowerCase().includes(part) ?? false);
}

function rowOf(asked: EvidenceAsked, reading: Reading, piece: Evidence): EvidenceRow {
  const { shown, ...read } = readPiece(asked, reading, piece);
  return { ...shown, ...read };
}

/** A piece as the reader may see it, with how it stands. Beside each other: putting many objects into one is slow. */
export interface PieceRead extends Pick<EvidenceRow, 'codes' | 'freshness' | 'until' | 'graceUntil'> {
  readonly shown: Masked<Evidence>;
}

function readPiece({ programme, reader }: EvidenceAsked, reading: Reading, piece: Evidence): PieceRead {
  const shown = visibleEvidence(programme, reader, piece);
  const codes = shown.controls.map((id) => programme.controls.controls.get(id)?.code ?? id);
  const { freshness, until, graceUntil }: Stands = standingOf(reading, piece);
  return { shown, codes, freshness, until, graceUntil };
}

/** Reads pieces; undefined one collected after the day asked about, and one that the reader may not see. */
export function pieceReader(
  asked: EvidenceAsked,
  { replacing }: Pick<Pieces, 'replacing'>,
): (piece: Evidence) => PieceRead | undefined {
  const reading = readingOf(asked, replacing);
  return (piece) => {
    const isSeen = asked.reader.sees === 'all' || piece.controls.some((id) => reading.seen(id));
    return piece.collectedOn <= asked.on && isSeen ? readPiece(asked, reading, piece) : undefined;
  };
}

/** In the same words as for one that does not exist, or the refusal would tell. */
function controlSeen(programme: Programme, reader: Reader, named: string): Control | { refusal: Refusal } {
  const control = controlNamed(programme.controls, named);
  if ('refusal' in control || maySee(reader, control.owner)) return control;
  return refuse('missing', 'control.unknown', { control: named, at: 'control' });
}

/** What one question looks up again and again. */
interface Reading {
  readonly on: string;
  /** Whether a newer version of the piece serves a control. */
  readonly isReplaced: (piece: string, control: string) => boolean;
  /** A control that the reader may see, with how long a result counts for it. */
  readonly seen: (control: string) => { readonly period: Period | undefined } | undefined;
}

function readingOf({ programme, on, reader }: EvidenceAsked, replacing: readonly Evidence[]): Reading {
  const replaced = new Map<string | undefined, Set<string>>();
  for (const { versionOf, controls, collectedOn } of replacing) {
    if (collectedOn > on) continue;
    const by = replaced.get(versionOf) ?? new Set();
    replaced.set(versionOf, by);
    for (const control of controls) by.add(control);
  }
  const known = new Map<string, ReturnType<Reading['seen']>>();
  const look = (id: string) => {
    const control = programme.controls.controls.get(id);
    if (!control || !maySee(reader, control.owner)) return undefined;
    return { period: periodOn(programme.controls, control.frequency, on) };
  };
  return {
    on,
    isReplaced: (piece, control) => replaced.get(piece)?.has(control) === true,
    seen: (id) => {
      if (!known.has(id)) known.set(id, look(id));
      return known.get(id);
    },
  };
}

type Stands = Pick<EvidenceRow, 'freshness' | 'until' | 'graceUntil'>;

function standingOf(reading: Reading, piece: Evidence): Stands {
  if (piece.outcome === 'fails') return { freshness: 'failed' };
  if (piece.outcome === 'neutral') return { freshness: 'neutral' };
  const served = piece.controls.filter((id) => reading.seen(id));
  const left = served.filter((id) => !reading.isReplaced(piece.id, id));
  if (served.length > 0 && left.length === 0)
    return { freshness: 'replaced', ...endsOf(reading, piece, served) };
  const ends = endsOf(reading, piece, left);
  if (!ends) return { freshness: 'undated' };
  const { on } = reading;
  return { freshness: on <= ends.until ? 'fresh' : on <= ends.graceUntil ? 'due' : 'stale', ...ends };
}

function endsOf(reading: Reading, piece: Evidence, controls: readonly string[]): Ends | undefined {
  let longest: Ends | undefined;
  for (const id of controls) {
    const seen = reading.seen(id);
    const ends = seen && validityOf(piece, seen.period);
    if (ends && !(longest && ends.graceUntil <= longest.graceUntil)) longest = ends;
  }
  return longest;
}
