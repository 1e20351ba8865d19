import { say } from '@concord/catalog';
import {
  type Claim,
  type Control,
  type Controls,
  controlNamed,
  type Evidence,
  evidenceOf,
  type implementations,
  type Programme,
  type Refusal,
  valueOn,
  wholeOrganisation,
} from '@concord/programme';
import { standingOn } from './coverage/feed.ts';
import type { ControlShown } from './coverage/row.ts';
import { controlShown } from './coverage/row.ts';
import { maySee, type Reader } from './reader.ts';

export interface LibraryAsked {
  readonly programme: Programme;
  readonly on: string;
  readonly reader: Reader;
}

export interface LibraryFilter {
  readonly text?: string | undefined;
  readonly owner?: string | undefined;
  readonly implementation?: (typeof implementations)[number] | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface LibraryRow extends ControlShown {
  readonly frequency?: string | undefined;
  readonly claims: number;
  readonly retired: boolean;
  readonly revision: number;
}

export interface Library {
  readonly on: string;
  readonly knownAt: number;
  /** Controls that match and that the reader may see. */
  readonly total: number;
  /** Controls that match and that the reader may not see. */
  readonly hidden: number;
  readonly rows: readonly LibraryRow[];
}

interface Sorted {
  readonly control: Control;
  readonly searched: string;
}

const inOrder = new WeakMap<Controls['controls'], readonly Sorted[]>();

/** The control library by code, filtered; a page of it. */
export function controlLibrary(asked: LibraryAsked, filter: LibraryFilter): Library {
  const { programme, on, reader } = asked;
  const wanted = filter.text?.toLowerCase();
  const matching = sorted(programme.controls).filter(
    ({ control, searched }) =>
      (wanted === undefined || searched.includes(wanted)) &&
      (filter.owner === undefined || control.owner === filter.owner) &&
      (filter.implementation === undefined || valueOn(control.implementation, on) === filter.implementation),
  );
  const visible = matching.filter(({ control }) => maySee(reader, control.owner));
  return {
    on,
    knownAt: programme.position,
    total: visible.length,
    hidden: matching.length - visible.length,
    rows: visible
      .slice(filter.offset, filter.offset + filter.limit)
      .map(({ control }) => libraryRow(asked, control)),
  };
}

function sorted(controls: Controls): readonly Sorted[] {
  const known = inOrder.get(controls.controls);
  if (known) return known;
  const all = controls.controls.valueSeq().toArray();
  all.sort((one, other) => (one.code < other.code ? -1 : 1));
  const made = all.map((control) => ({ control, searched: `${control.code} ${control.name}`.toLowerCase() }));
  inOrder.set(controls.controls, made);
  return made;
}

function libraryRow({ programme, on }: LibraryAsked, control: Control): LibraryRow {
  const { id, frequency, retiredOn } = control;
  return {
    ...controlShown(standingOn(programme, control, { scope: wholeOrganisation, on })),
    frequency,
    claims: claimsBy(programme, id).length,
    retired: retiredOn !== undefined && retiredOn <= on,
    revision: programme.revisions.get(`control/${id}`) ?? 0,
  };
}

export interface ControlSheet extends LibraryRow {
  readonly statement: string;
  readonly design: string;
  readonly scopes: readonly string[];
  readonly condition: string;
  readonly conditionHolds: boolean;
  /** Where it stands, in words. */
  readonly word: string;
  readonly claimed: readonly Claim[];
  readonly evidence: readonly Evidence[];
}

/** One control with its claims and everything ever recorded to show that it works. */
export function controlSheet(asked: LibraryAsked, named: string): ControlSheet | { refusal: Refusal } {
  const control = controlNamed(asked.programme.controls, named);
  if ('refusal' in control) return control;
  const { programme, on, reader } = asked;
  if (!maySee(reader, control.owner)) return controlNamed(programme.controls, '') as { refusal: Refusal };
  const { statement, design, scopes, condition, conditionHolds } = control;
  const { state } = standingOn(programme, control, { scope: wholeOrganisation, on });
  return {
    ...libraryRow(asked, control),
    statement,
    design,
    scopes,
    condition,
    conditionHolds,
    word: say('en', `control.${state.why}`),
    claimed: claimsBy(programme, control.id),
    evidence: evidenceOf(programme.controls, control.id),
  };
}

function claimsBy({ controls }: Programme, control: string): Claim[] {
  const ids = controls.claimsBy.get(control)?.toArray() ?? [];
  return ids.map((id) => controls.claims.get(id) as Claim).filter((claim) => claim.state !== 'withdrawn');
}
