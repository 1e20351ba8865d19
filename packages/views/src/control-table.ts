import {
  type CellValue,
  type Claim,
  type Control,
  claimTable,
  controlTable,
  hasScope,
  implementationOn,
  type PersonNamed,
  type Programme,
  type TableForm,
  writeCell,
} from '@concord/programme';
import type { InParts } from './pauses/in-parts.ts';
import { foundInParts, sortedInParts } from './pauses/lists.ts';
import { maySee, type Reader } from './reader.ts';

export interface TableAsked {
  readonly programme: Programme;
  readonly on: string;
  readonly reader: Reader;
  /** Everybody of the organisation, as the people directory names them. */
  readonly people: readonly PersonNamed[];
  /** Those retired by the day too, and what is claimed of them. */
  readonly withRetired?: boolean | undefined;
}

type Members = Readonly<Record<string, CellValue>>;

/** A table as it is written: a heading row, then texts. */
export interface WrittenTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The library with its claims, in the form that `controls import` takes in again. */
export interface ControlTable {
  readonly format: 'concord controls 1';
  readonly on: string;
  readonly knownAt: number;
  /** Controls and claims that the reader may not see, a claim already when one of its controls is hidden. */
  readonly hidden: { readonly controls: number; readonly claims: number };
  readonly controls: readonly Members[];
  readonly claims: readonly Members[];
}

/** The controls in use on the day (or all), by code, and what is claimed of them; people and scopes by names others can read. */
export function* controlRecords(asked: TableAsked): InParts<ControlTable> {
  const { programme, on, reader } = asked;
  const held = yield* heldOn(asked);
  const seen = held.filter(({ owner }) => maySee(reader, owner));
  const codes = new Map(held.map(({ id, code }) => [id, code]));
  const open = new Set(seen.map(({ id }) => id));
  const stated = yield* claimsOf(programme, codes);
  const claims = stated.filter(({ controls }) => controls.every((id) => open.has(id)));
  const names = namesOf(asked);
  return {
    format: 'concord controls 1',
    on,
    knownAt: programme.position,
    hidden: { controls: held.length - seen.length, claims: stated.length - claims.length },
    controls: yield* foundInParts(seen, (control) => controlRecord(control, on, names)),
    claims: yield* recordsInOrder(claims, codes),
  };
}

/** Of these the controls alone: claims are many more. */
export function* controlsInUse(asked: TableAsked): InParts<readonly Members[]> {
  const { on, reader } = asked;
  const names = namesOf(asked);
  const shown = (control: Control) =>
    maySee(reader, control.owner) ? controlRecord(control, on, names) : undefined;
  return yield* foundInParts(yield* heldOn(asked), shown);
}

/** The same as tables of text, to be written as XLSX or CSV. */
export function writtenTables({ controls, claims }: ControlTable): {
  controls: WrittenTable;
  claims: WrittenTable;
} {
  return { controls: writtenTable(controlTable, controls), claims: writtenTable(claimTable, claims) };
}

function writtenTable({ name, columns }: TableForm, records: readonly Members[]): WrittenTable {
  return {
    name,
    headings: columns.map(({ heading }) => heading),
    rows: records.map((each) => columns.map(({ kind, member }) => writeCell(kind, each[member]))),
  };
}

/** By code. */
function* heldOn({ programme, on, withRetired }: TableAsked): InParts<Control[]> {
  const isHeld = (control: Control) => withRetired === true || retiredBy(control, on) === undefined;
  const all = programme.controls.controls.values();
  const held = yield* foundInParts(all, (each) => (isHeld(each) ? each : undefined));
  return yield* sortedInParts(held, (one, other) => (one.code < other.code ? -1 : 1));
}

/** The day on which it was retired, when that is past on the day that is looked at. */
export function retiredBy({ retiredOn }: Control, on: string): string | undefined {
  return retiredOn !== undefined && retiredOn <= on ? retiredOn : undefined;
}

type Codes = ReadonlyMap<string, string>;

/** Claims that stand, of controls that are all told. */
function claimsOf({ controls }: Programme, codes: Codes): InParts<Claim[]> {
  const stands = (claim: Claim) => claim.state !== 'withdrawn' && claim.controls.every((id) => codes.has(id));
  return foundInParts(controls.claims.values(), (claim) => (stands(claim) ? claim : undefined));
}

/** By what they say, so that the same library is written alike whatever came first. */
function* recordsInOrder(claims: readonly Claim[], codes: Codes): InParts<Members[]> {
  const keyed = yield* foundInParts(claims, (each) => {
    const claim = claimRecord(each, codes);
    return { claim, key: JSON.stringify(claim) };
  });
  const sorted = yield* sortedInParts(keyed, (one, other) => (one.key < other.key ? -1 : 1));
  return sorted.map(({ claim }) => claim);
}

interface Names {
  readonly person: (id: string) => string;
  readonly scope: (id: string) => string;
}

function controlRecord(control: Control, on: string, names: Names): Members {
  const { code, name, family, statement, owner, frequency, design, scopes } = control;
  const { condition, conditionHolds, test, usualEvidence, source } = control;
  return {
    code,
    name,
    family,
    statement,
    owner: owner === undefined ? undefined : names.person(owner),
    frequency,
    design,
    scopes: scopes.map(names.scope),
    condition,
    conditionHolds,
    implementation: implementationOn(control, on),
    effective: implementedSince(control, on),
    test,
    usualEvidence,
    source,
  };
}

/** Day from which the implementation of that day holds; undefined where nobody named one. */
function implementedSince({ implementation }: Control, on: string): string | undefined {
  const begun = implementation.map(({ from }) => from).filter((from) => from <= on);
  return begun.sort().at(-1) || undefined;
}

function claimRecord(claim: Claim, codes: Codes): Members {
  const { framework, requirement, controls, contribution, rationale, confidence, state } = claim;
  const named = controls.map((id) => codes.get(id) ?? id).sort();
  return { framework, requirement, controls: named, contribution, rationale, confidence, state };
}

/** Addresses or names where they lead back to the same person or scope, ids where they do not. */
function namesOf({ programme: { governance }, people }: TableAsked): Names {
  const words = new Map<string, string[]>();
  for (const { id, name, mail } of people) {
    for (const word of new Set([name.toLowerCase(), mail.toLowerCase()]))
      words.set(word, [...(words.get(word) ?? []), id]);
  }
  const leadsBack = (word: string) => word !== '' && words.get(word.toLowerCase())?.length === 1;
  const byId = new Map(people.map((person) => [person.id, person]));
  const scopes = governance.scopes.valueSeq().map(({ name }) => name.toLowerCase());
  const once = scopes.countBy((name) => name);
  return {
    person: (id) => {
      const { mail = '', name = '' } = byId.get(id) ?? {};
      const found = [mail, name].find((word) => leadsBack(word) && !governance.people.has(word));
      return found ?? id;
    },
    scope: (id) => {
      const name = governance.scopes.get(id)?.name ?? id;
      const divided = /[;,\r\n]/.test(name) || hasScope(governance, name);
      return divided || once.get(name.toLowerCase()) !== 1 ? id : name;
    },
  };
}
