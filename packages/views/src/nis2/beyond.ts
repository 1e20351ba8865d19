import {
  assessableOf,
  type BeyondIso27001,
  crosswalk,
  type Framework,
  linkIndex,
  linksWithin,
  starterLibrary,
} from '@concord/catalog';
import { type Remembering, remember } from '../coverage/memory.ts';
import { sayIn } from '../language/say.ts';
import type { HintedRow, Reader } from '../reader.ts';

/** What the organisation's own library answers a row with, and where it has nothing, what there is to adopt. */
export interface AnsweredBy {
  readonly controls: HintedRow['controls'];
  readonly moreControls: number;
  readonly hiddenControls: number;
  /** Codes of starter controls that are something to it, where nothing is claimed yet. */
  readonly starter: readonly string[];
}

export interface BeyondRow {
  readonly framework: string;
  readonly id: string;
  readonly title: string;
  readonly word: string;
  /** How far it goes beyond: our reading of a duty; `not linked` of a row of the annex is only a hint. */
  readonly extent: BeyondIso27001['extent'] | 'not linked';
  /** Why it stands here, in our words. */
  readonly note: string;
  readonly answeredBy: AnsweredBy;
}

/** What goes beyond ISO/IEC 27001, set apart: duties by our own reading, rows of the annex by a published table. */
export interface Beyond {
  readonly rows: readonly BeyondRow[];
  readonly total: number;
  /** The published table that the annex was held against, and what it says or not; absent without the annex. */
  readonly table?: { readonly crosswalk: string; readonly note: string };
}

interface Apart extends HintedRow {
  readonly beyondIso27001?: BeyondIso27001 | undefined;
}

interface Annex {
  readonly rows: readonly HintedRow[];
  readonly edition: Framework;
}

export function beyondIso27001(
  { rows: duties, framework }: { readonly rows: readonly Apart[]; readonly framework: string },
  annex: Annex | undefined,
  asked: Remembering & { readonly reader: Reader },
): Beyond {
  const { reader } = asked;
  const say = sayIn(asked);
  const rowOf = (row: HintedRow, of: string, read: Pick<BeyondRow, 'extent' | 'note'>) => {
    const basis = [of, read.extent, read.note, reader.sees];
    return remember(asked, { from: row, kind: 'beyond', basis }, () => {
      const { id, title, word } = row;
      return { framework: of, id, title, word, ...read, answeredBy: answeredBy(row, of, reader) };
    });
  };
  const read = duties.flatMap((row) => {
    const { beyondIso27001: beyond } = row;
    return beyond && beyond.extent !== 'no' ? [rowOf(row, framework, beyond)] : [];
  });
  if (!annex) return { rows: read, total: read.length };
  const published = crosswalk(published2690);
  const developer = published?.developer ?? '';
  const hint = { extent: 'not linked', note: say('nis2.not-linked', { developer }) } as const;
  const apart = notLinked(annex).map((row) => rowOf(row, annex.edition.id, hint));
  const note = say(apart.length > 0 ? 'nis2.not-linked-note' : 'nis2.all-linked-note', { developer });
  const rows = [...read, ...apart];
  return { rows, total: rows.length, table: { crosswalk: published2690, note } };
}

const published2690 = 'nis2-2690-to-iso27001-2022';

const linked = new WeakMap<Framework, ReadonlySet<string>>();

/** Rows that the published table relates to nothing: a place to look, and no proof. */
function notLinked({ rows, edition }: Annex): readonly HintedRow[] {
  const known = linked.get(edition) ?? linkedIn(edition);
  linked.set(edition, known);
  return rows.filter(({ id }) => !known.has(id));
}

function linkedIn(edition: Framework): ReadonlySet<string> {
  const published = crosswalk(published2690);
  const index = linkIndex(published ? [published] : []);
  const ids = assessableOf(edition).map(({ id }) => id);
  return new Set(ids.filter((id) => linksWithin(edition, id, index).length > 0));
}

/** A starter control may have been adopted under its code, which is then not for everybody to see. */
function answeredBy(row: HintedRow, framework: string, { sees }: Reader): AnsweredBy {
  const { id, controls, moreControls, hiddenControls, claims } = row;
  const open = sees === 'all' && claims.confirmed + claims.proposed === 0;
  const starter = open ? (starterBy().get(`${framework}/${id}`) ?? []) : [];
  return { controls, moreControls, hiddenControls, starter };
}

let codes: ReadonlyMap<string, readonly string[]> | undefined;

/** Starter controls by the requirement that they are something to; the library does not change while we run. */
function starterBy(): ReadonlyMap<string, readonly string[]> {
  codes ??= readStarter();
  return codes;
}

function readStarter(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { framework, requirement, control } of starterLibrary().claims) {
    const key = `${framework}/${requirement}`;
    found.set(key, [...(found.get(key) ?? []), control]);
  }
  return found;
}
