import {
  type Evidence,
  hasScope,
  holdsScope,
  type Programme,
  type Refusal,
  refuse,
  wholeOrganisation,
} from '@concord/programme';
import { workedBefore } from '../ahead/worked-before.ts';
import { newMemory } from '../coverage/memory.ts';
import { type Ground, groundOf, type ViewAsked } from '../envelope.ts';
import { operatesAbout } from '../library/control-book.ts';
import { openShelf } from '../library/shelf.ts';
import { listOf } from '../made-lists/index.ts';
import type { InParts } from '../pauses/in-parts.ts';
import { maySee, maySeeControl } from '../reader.ts';
import { isInPlace, type Lapse, type LapseRow, lapseRow, lapsesWithin } from './lapses.ts';
import { type EvidenceRow, type PieceRead, type PieceStanding, pieceReader, pieceStandings } from './list.ts';
import { type Pieces, piecesOf } from './shelf.ts';

/** Days that the register looks ahead. Practice: about a quarter. */
const ahead = 90;

/** A piece of evidence: what it is, what rests on it, and until when it counts. */
export interface RegisterPiece
  extends Pick<
    EvidenceRow,
    | 'id'
    | 'title'
    | 'kind'
    | 'link'
    | 'record'
    | 'collectedOn'
    | 'coversFrom'
    | 'coversTo'
    | 'outcome'
    | 'by'
    | 'codes'
    | 'hiddenControls'
    | 'freshness'
    | 'until'
    | 'graceUntil'
  > {
  readonly file?: Pick<NonNullable<Evidence['file']>, 'name' | 'hash' | 'size'> | undefined;
  /** Sent by a program, and not by a person. */
  readonly collector: boolean;
  /** Codes of the controls in use whose standing it decides now. */
  readonly holds: readonly string[];
  /** Later results decide the controls that it serves, as far as they are in place: nothing is to be done about it. */
  readonly past: boolean;
  /** The newer version of it, where the reader may see that. */
  readonly replacedBy?: { readonly title: string; readonly collectedOn: string } | undefined;
  /** What it is compared by across languages. */
  readonly state: PieceStanding;
  /** For a change list: what it is called, and how it stands. */
  readonly named: string;
  readonly word: string;
}

export interface EvidenceRegister extends Ground {
  /** How many pieces stand how, those that are past apart. */
  readonly counts: Readonly<Record<PieceStanding | 'past', number>>;
  /** Controls that the reader may not see. */
  readonly hiddenControls: number;
  /** Controls in place that no piece shows, and those whose evidence has lapsed or failed. */
  readonly uncovered: Readonly<Record<'missing' | 'lapsed' | 'failed', number>>;
  /** Controls whose evidence stops being fresh within the days ahead. */
  readonly lapsing: { readonly within: number; readonly to: string; readonly rows: readonly LapseRow[] };
  /** The one recorded last first. */
  readonly rows: readonly RegisterPiece[];
}

/** Every piece of evidence collected by the day, and what lapses next (methods 6.4). */
export function* evidenceRegister(asked: ViewAsked): InParts<EvidenceRegister | { refusal: Refusal }> {
  const { programme } = asked;
  const scope = asked.scope ?? wholeOrganisation;
  if (!hasScope(programme.governance, scope))
    return refuse('missing', 'scope.unknown', { scope, at: 'scope' });
  // What others ask meanwhile moves the memory that all share on to later entries.
  const { all, replacing } = piecesOf(programme, asked.memory);
  const pieces = { all: [...all], replacing: [...replacing] };
  const own = { ...asked, memory: newMemory() };
  yield* workedBefore(own, 'controls');
  const found = yield* piecesIn(own, pieces, scope);
  const lapses = yield* lapsesIn(own, scope);
  return { ...groundOf(asked, 'evidence-register', scope), ...found, ...lapses };
}

const rowsAtOnce = 500;
/** So many rows are simply held; of more each is made when it is read: all of them at once would be felt by everybody. */
const mostHeld = 2000;

function* piecesIn(
  asked: ViewAsked,
  pieces: Pick<Pieces, 'all' | 'replacing'>,
  scope: string,
): InParts<Pick<EvidenceRegister, 'counts' | 'rows'>> {
  const { programme } = asked;
  const { held, decides } = yield* heldUp(asked);
  const newer = replacements(asked, pieces.replacing);
  const read = pieceReader(asked, pieces);
  const rowOf = (piece: PieceRead): RegisterPiece => {
    const { id } = piece.shown;
    const known = { holds: held.get(id) ?? [], past: isPast(piece, decides), replacedBy: newer(id) };
    return registerPiece(programme, piece, known);
  };
  const about = (id: string) => isAbout(programme, id, scope);
  const counts = noneCounted();
  const found: Evidence[] = [];
  for (const [nth, each] of pieces.all.toReversed().entries()) {
    if (nth % rowsAtOnce === rowsAtOnce - 1) yield;
    const piece = read(each);
    if (!piece?.shown.controls.some(about) || !overlap(programme, each.scope, scope)) continue;
    counts[isPast(piece, decides) ? 'past' : piece.freshness] += 1;
    found.push(each);
  }
  const rows = listOf(found.length, (nth) => rowOf(read(found[nth] as Evidence) as PieceRead));
  return { counts, rows: found.length > mostHeld ? rows : [...rows] };
}

const lapsing: readonly PieceStanding[] = ['failed', 'stale', 'due'];

/** Only of what would have to be renewed or answered; each control in place that it serves has a later result. */
function isPast(
  { shown, freshness }: PieceRead,
  decides: ReadonlyMap<string, Evidence | undefined>,
): boolean {
  if (!lapsing.includes(freshness)) return false;
  const served = shown.controls.filter((id) => decides.has(id)).map((id) => decides.get(id));
  return served.every((piece) => piece !== undefined && isLater(piece, shown));
}

function isLater(one: Evidence, other: Pick<Evidence, 'collectedOn' | 'seq'>): boolean {
  return one.collectedOn === other.collectedOn ? one.seq > other.seq : one.collectedOn > other.collectedOn;
}

function isAbout(programme: Programme, id: string, scope: string): boolean {
  const control = programme.controls.controls.get(id);
  return control === undefined ? scope === wholeOrganisation : operatesAbout(programme, control, scope);
}

function overlap({ governance }: Programme, where: string | undefined, scope: string): boolean {
  return where === undefined || holdsScope(governance, where, scope) || holdsScope(governance, scope, where);
}

function registerPiece(
  { controls }: Programme,
  { shown, codes, freshness, until, graceUntil }: PieceRead,
  { holds, past, replacedBy }: Pick<RegisterPiece, 'holds' | 'past' | 'replacedBy'>,
): RegisterPiece {
  const { id, title, kind, link, record, collectedOn, coversFrom, coversTo, outcome, by } = shown;
  const { hiddenControls, file } = shown;
  return {
    id,
    title,
    kind,
    file: file && { name: file.name, hash: file.hash, size: file.size },
    link,
    record,
    collectedOn,
    coversFrom,
    coversTo,
    outcome,
    by,
    collector: controls.collectors.has(by),
    codes,
    hiddenControls,
    freshness,
    until,
    graceUntil,
    named: `${title} (${collectedOn})`,
    word: freshness,
    state: freshness,
    holds,
    past,
    replacedBy,
  };
}

/** By piece the codes of the controls in place that it decides, and by control the piece. */
function* heldUp(
  asked: ViewAsked,
): InParts<{ held: ReadonlyMap<string, string[]>; decides: ReadonlyMap<string, Evidence | undefined> }> {
  const { evidence } = asked.programme.controls;
  const shelf = openShelf(asked);
  const held = new Map<string, string[]>();
  const decides = new Map<string, Evidence | undefined>();
  for (const [nth, slot] of [...shelf.order('code').slots].entries()) {
    if (nth % rowsAtOnce === 0) yield;
    const line = shelf.lines[slot];
    if (!line || !maySee(asked.reader, line.control.owner) || !isInPlace(line.control, asked.on)) continue;
    const piece = evidence.get(shelf.standing(line).shown.evidence ?? '');
    decides.set(line.control.id, piece);
    if (piece) held.set(piece.id, [...(held.get(piece.id) ?? []), line.control.code]);
  }
  return { held, decides };
}

/** The newer version of a piece that was there by the day, the last of several. */
function replacements({ programme, reader, on }: ViewAsked, replacing: readonly Evidence[]) {
  const by = new Map<string, Evidence>();
  for (const piece of replacing) {
    const seen = piece.controls.some((id) => maySeeControl(programme, reader, id));
    if (seen && piece.collectedOn <= on) by.set(piece.versionOf as string, piece);
  }
  return (id: string): RegisterPiece['replacedBy'] => {
    const piece = by.get(id);
    return piece && { title: piece.title, collectedOn: piece.collectedOn };
  };
}

function noneCounted(): Record<PieceStanding | 'past', number> {
  const none = Object.fromEntries(pieceStandings.map((each) => [each, 0])) as Record<PieceStanding, number>;
  return { ...none, past: 0 };
}

type Lapsing = Pick<EvidenceRegister, 'hiddenControls' | 'uncovered' | 'lapsing'>;

function* lapsesIn(asked: ViewAsked, scope: string): InParts<Lapsing> {
  const { to, found } = lapsesWithin(asked, ahead);
  const about = (lapses: readonly Lapse[]) =>
    lapses.filter(({ line }) => isAbout(asked.programme, line.control.id, scope));
  const rows: LapseRow[] = [];
  for (const lapse of about(found.lapsing)) {
    if (rows.length % rowsAtOnce === 0) yield;
    rows.push(lapseRow(asked, lapse));
  }
  return {
    hiddenControls: found.hidden,
    uncovered: {
      missing: about(found.missing).length,
      lapsed: about(found.lapsed).length,
      failed: about(found.failed).length,
    },
    lapsing: { within: ahead, to, rows },
  };
}
