import {
  type Evidence,
  hasScope,
  holdsScope,
  type Programme,
  type Refusal,
  refuse,
  wholeOrganisation,
} from '@concord/programme';
import { type Ground, groundOf, type ViewAsked } from '../envelope.ts';
import { operatesAbout } from '../library/control-book.ts';
import { openShelf } from '../library/shelf.ts';
import { maySee, maySeeControl } from '../reader.ts';
import { evidenceLapses, isInPlace, type LapseRow } from './lapses.ts';
import { type EvidenceRow, evidenceList, type PieceStanding, pieceStandings } from './list.ts';
import { piecesOf } from './shelf.ts';

/** Days that the register looks ahead. Practice: about a quarter. */
const ahead = 90;

const all = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

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
  readonly file?: Pick<NonNullable<Evidence['file']>, 'name' | 'hash' | 'size'>;
  /** Sent by a program, and not by a person. */
  readonly collector: boolean;
  /** Codes of the controls in use whose standing it decides now. */
  readonly holds: readonly string[];
  /** Later results decide the controls that it serves, as far as they are in place: nothing is to be done about it. */
  readonly past: boolean;
  /** The newer version of it, where the reader may see that. */
  readonly replacedBy?: { readonly title: string; readonly collectedOn: string };
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
export function evidenceRegister(asked: ViewAsked): EvidenceRegister | { refusal: Refusal } {
  const { programme } = asked;
  const scope = asked.scope ?? wholeOrganisation;
  if (!hasScope(programme.governance, scope))
    return refuse('missing', 'scope.unknown', { scope, at: 'scope' });
  const listed = evidenceList(asked, all);
  if ('refusal' in listed) return listed;
  const rows = piecesIn(asked, listed.rows, scope);
  return {
    ...groundOf(asked, 'evidence-register', scope),
    counts: countOf(rows),
    ...lapsesIn(asked, scope),
    rows,
  };
}

function piecesIn(asked: ViewAsked, rows: readonly EvidenceRow[], scope: string): RegisterPiece[] {
  const { programme } = asked;
  const { held, decides } = heldUp(asked);
  const newer = replacements(asked);
  const about = (id: string) => isAbout(programme, id, scope);
  return rows
    .filter(({ controls, scope: where }) => controls.some(about) && overlap(programme, where, scope))
    .map((row) => ({
      ...pieceOf(row, programme),
      holds: held.get(row.id) ?? [],
      past: isPast(row, decides),
      ...newer(row.id),
    }));
}

const lapsing: readonly PieceStanding[] = ['failed', 'stale', 'due'];

/** Only of what would have to be renewed or answered; each control in place that it serves has a later result. */
function isPast(row: EvidenceRow, decides: ReadonlyMap<string, Evidence | undefined>): boolean {
  if (!lapsing.includes(row.freshness)) return false;
  const served = row.controls.filter((id) => decides.has(id)).map((id) => decides.get(id));
  return served.every((piece) => piece !== undefined && isLater(piece, row));
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

function pieceOf(
  row: EvidenceRow,
  { controls }: Programme,
): Omit<RegisterPiece, 'holds' | 'past' | 'replacedBy'> {
  const { id, title, kind, link, record, collectedOn, coversFrom, coversTo, outcome, by } = row;
  const { codes, hiddenControls, freshness, until, graceUntil, file } = row;
  return {
    id,
    title,
    kind,
    ...(file ? { file: { name: file.name, hash: file.hash, size: file.size } } : {}),
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
    ...(until === undefined ? {} : { until }),
    ...(graceUntil === undefined ? {} : { graceUntil }),
    named: `${title} (${collectedOn})`,
    word: freshness,
    state: freshness,
  };
}

/** By piece the codes of the controls in place that it decides, and by control the piece. */
function heldUp(asked: ViewAsked) {
  const { evidence } = asked.programme.controls;
  const shelf = openShelf(asked);
  const held = new Map<string, string[]>();
  const decides = new Map<string, Evidence | undefined>();
  for (const slot of shelf.order('code').slots) {
    const line = shelf.lines[slot];
    if (!line || !maySee(asked.reader, line.control.owner) || !isInPlace(line.control, asked.on)) continue;
    const piece = evidence.get(shelf.standing(line).shown.evidence ?? '');
    decides.set(line.control.id, piece);
    if (piece) held.set(piece.id, [...(held.get(piece.id) ?? []), line.control.code]);
  }
  return { held, decides };
}

/** The newer version of a piece that was there by the day, the last of several. */
function replacements({ programme, memory, reader, on }: ViewAsked) {
  const by = new Map<string, Evidence>();
  for (const piece of piecesOf(programme, memory).replacing) {
    const seen = piece.controls.some((id) => maySeeControl(programme, reader, id));
    if (seen && piece.collectedOn <= on) by.set(piece.versionOf as string, piece);
  }
  return (id: string): Pick<RegisterPiece, 'replacedBy'> => {
    const piece = by.get(id);
    return piece ? { replacedBy: { title: piece.title, collectedOn: piece.collectedOn } } : {};
  };
}

function countOf(rows: readonly RegisterPiece[]): EvidenceRegister['counts'] {
  const none = Object.fromEntries(pieceStandings.map((each) => [each, 0])) as Record<PieceStanding, number>;
  const counts = { ...none, past: 0 };
  for (const { freshness, past } of rows) counts[past ? 'past' : freshness] += 1;
  return counts;
}

function lapsesIn(asked: ViewAsked, scope: string) {
  const { hidden, to, rows, lapsed, failed, missing } = evidenceLapses(asked, { ...all, within: ahead });
  const about = (found: readonly LapseRow[]) => found.filter(({ id }) => isAbout(asked.programme, id, scope));
  return {
    hiddenControls: hidden,
    uncovered: {
      missing: about(missing.rows).length,
      lapsed: about(lapsed.rows).length,
      failed: about(failed.rows).length,
    },
    lapsing: { within: ahead, to, rows: about(rows) },
  };
}
