import {
  type Claim,
  type Control,
  type Controls,
  implementationOn,
  type implementations,
  type Programme,
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
  /** Controls the reader may not see, whether they match or not: a count of matches would answer guesses at names. */
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
  const all = sorted(programme.controls);
  const visible = all.filter(({ control }) => maySee(reader, control.owner));
  const matching = visible.filter(
    ({ control, searched }) =>
      (wanted === undefined || searched.includes(wanted)) &&
      (filter.owner === undefined || control.owner === filter.owner) &&
      (filter.implementation === undefined || implementationOn(control, on) === filter.implementation),
  );
  return {
    on,
    knownAt: programme.position,
    total: matching.length,
    hidden: all.length - visible.length,
    rows: matching
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

export function libraryRow({ programme, on }: LibraryAsked, control: Control): LibraryRow {
  const { id, frequency, retiredOn } = control;
  return {
    ...controlShown(standingOn(programme, control, { scope: scopeOf(control), on })),
    frequency,
    claims: claimsBy(programme, id).length,
    retired: retiredOn !== undefined && retiredOn <= on,
    revision: programme.revisions.get(`control/${id}`) ?? 0,
  };
}

export function claimsBy({ controls }: Programme, control: string): Claim[] {
  const ids = controls.claimsBy.get(control)?.toArray() ?? [];
  return ids.map((id) => controls.claims.get(id) as Claim).filter((claim) => claim.state !== 'withdrawn');
}

/** A control that operates in one scope is seen there; one that operates in several, or in all, by the whole. */
export function scopeOf({ scopes }: Control): string {
  return (scopes.length === 1 && scopes[0]) || wholeOrganisation;
}
