import type { Claim, Evidence, Programme } from '@concord/programme';
import type { CrosswalkHint } from './coverage/hints.ts';
import { type ControlShown, type CoverageRow, controlInRow, type Spoken, spoken } from './coverage/row.ts';
import { type InLanguage, type Say, sayIn } from './language/say.ts';
import type { RowPeriod } from './period/requirement-period.ts';

/** Who reads, and how much of the programme they may see. */
export interface Reader {
  readonly person: string;
  readonly sees: 'all' | 'own';
}

/** Everything, for the computation itself and for who may see it all. */
export const seesAll: Reader = { person: '', sees: 'all' };

const controlsPrinted = 12;

/** A row as a reader may see it: what they may not see stays in every number and becomes a count. */
export interface VisibleRow
  extends Omit<CoverageRow, 'controls' | 'framework' | 'ownTitle' | 'said'>,
    Spoken {
  /** The first of those the reader may see, in the order of their codes. */
  readonly controls: readonly Omit<ControlShown, 'owner'>[];
  /** How many more of them there are, not printed here. */
  readonly moreControls: number;
  /** How many controls the reader may not see. */
  readonly hiddenControls: number;
}

/** A row with what published crosswalks suggest, beside the result. */
export interface HintedRow extends VisibleRow {
  readonly hints: readonly CrosswalkHint[];
  /** What stood behind it over the time that is looked back on, when one is. */
  readonly period?: RowPeriod;
}

/** By language. */
const shownToAll = new Map<string, WeakMap<CoverageRow, VisibleRow>>();

/**
 * Invariant 7 of the house: views compute on the whole programme, then pass here; hidden records become counts. Here
 * too a row is put into words: coverage is worked out once, for every language.
 */
export function visibleRow(row: CoverageRow, reader: Reader, language: string): VisibleRow {
  if (reader.sees !== 'all') return shownTo(row, reader, language);
  const rows = shownToAll.get(language) ?? new WeakMap<CoverageRow, VisibleRow>();
  shownToAll.set(language, rows);
  const known = rows.get(row) ?? shownTo(row, reader, language);
  rows.set(row, known);
  return known;
}

function shownTo(row: CoverageRow, reader: Reader, language: string): VisibleRow {
  const { id, level, assessable, state, kind, mark, claims, evidence, implementation } = row;
  const visible =
    reader.sees === 'all'
      ? row.controls
      : row.controls.filter(({ control }) => maySee(reader, control.owner));
  const { title, word } = spoken(row, language);
  return {
    id,
    title,
    level,
    assessable,
    state,
    kind,
    mark,
    word,
    claims,
    controls: visible.slice(0, controlsPrinted).map(controlInRow),
    evidence,
    implementation,
    moreControls: Math.max(0, visible.length - controlsPrinted),
    hiddenControls: row.controls.length - visible.length,
    ...hintingAmong(visible, row),
  };
}

function hintingAmong(visible: CoverageRow['controls'], { hinting = [] }: CoverageRow) {
  const seen = hinting.filter((id) => visible.some(({ control }) => control.id === id));
  return seen.length > 0 ? { hinting: seen } : {};
}

export function maySee(reader: Reader, owner: string | undefined): boolean {
  return reader.sees === 'all' || (owner !== undefined && owner === reader.person);
}

/** Who reads, and in which language. */
export interface ReadBy extends InLanguage {
  readonly reader: Reader;
}

/** The names of what the reader may see, and of the rest how many there are. */
export function named<T extends { readonly owner?: string | undefined }>(
  all: readonly T[],
  { reader, language }: ReadBy,
  nameOf: (each: T) => string,
): string {
  const say = sayIn({ language });
  const open = all.filter(({ owner }) => maySee(reader, owner));
  const hidden = all.length - open.length;
  const names = listed(open.map(nameOf), say);
  return [names, hidden > 0 ? say('check.hidden', { count: hidden }) : ''].filter(Boolean).join(', ');
}

/** The first of several names, and of the rest how many there are. */
export function listed(names: readonly string[], say: Say): string {
  const more = names.length - namesPrinted;
  const first = names.slice(0, namesPrinted);
  return [...first, ...(more > 0 ? [say('check.more', { count: more })] : [])].join(', ');
}

const namesPrinted = 12;

/** Whether the reader may see a control; an id that names none is no control, and open to all. */
export function maySeeControl({ controls }: Programme, reader: Reader, id: string): boolean {
  const control = controls.controls.get(id);
  return control === undefined || maySee(reader, control.owner);
}

/** Something said of controls, with those the reader may not see as a count. */
export type Masked<T extends { controls: readonly string[] }> = T & { readonly hiddenControls: number };

/** Free text about several controls may name any of them: it is shown to who may see them all. */
export function visibleClaim(programme: Programme, reader: Reader, claim: Claim): Masked<Claim> {
  const controls = claim.controls.filter((id) => maySeeControl(programme, reader, id));
  const hiddenControls = claim.controls.length - controls.length;
  return { ...claim, controls, hiddenControls, rationale: hiddenControls === 0 ? claim.rationale : '' };
}

/** A piece that serves a control of the reader's; what it refers to is named only if they may see that too. */
export function visibleEvidence(programme: Programme, reader: Reader, piece: Evidence): Masked<Evidence> {
  // Asked of every piece there is: taking members out of an object costs as much as all the rest.
  if (reader.sees === 'all') return { ...piece, hiddenControls: 0 };
  const { record, versionOf, ...rest } = piece;
  const controls = piece.controls.filter((id) => maySeeControl(programme, reader, id));
  const open = (id: string) =>
    (programme.controls.evidence.get(id)?.controls ?? [id]).some((each) =>
      maySeeControl(programme, reader, each),
    );
  const recorded = record !== undefined && open(record.slice(record.indexOf('/') + 1));
  return {
    ...rest,
    controls,
    hiddenControls: piece.controls.length - controls.length,
    ...(recorded ? { record } : {}),
    ...(versionOf !== undefined && open(versionOf) ? { versionOf } : {}),
  };
}
