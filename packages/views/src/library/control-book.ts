import {
  attributesOf,
  attributeTable,
  editionIn,
  frequency as frequencyNamed,
  inCatalogueOrder,
} from '@concord/catalog';
import {
  adoptedEdition,
  type Claim,
  type Control,
  hasScope,
  holdsScope,
  type Programme,
  type Refusal,
  refuse,
  wholeOrganisation,
} from '@concord/programme';
import { standingOn } from '../coverage/feed.ts';
import { newMemory } from '../coverage/memory.ts';
import { type ControlShown, controlShown } from '../coverage/row.ts';
import { type Ground, groundOf, type ViewAsked } from '../envelope.ts';
import { languageOf } from '../language/say.ts';
import type { InParts } from '../pauses/in-parts.ts';
import { maySee, visibleClaim } from '../reader.ts';
import { isRetired } from './dimension.ts';
import { type Line, scopeOf } from './line.ts';
import { openShelf, type Shelf } from './shelf.ts';

/** What a control is claimed to be to one requirement, alone or together with others. */
export interface BookClaim extends Pick<Claim, 'framework' | 'requirement' | 'contribution' | 'confidence'> {
  readonly state: 'proposed' | 'confirmed';
  /** Codes of the other controls that it is claimed together with, those the reader may see. */
  readonly together: readonly string[];
  readonly hiddenControls: number;
}

/** A control with everything that a reader of the library looks for. */
export interface BookRow extends ControlShown {
  /** '' for a control in no family. */
  readonly family: string;
  readonly statement: string;
  /** How somebody finds out whether it works; '' where nobody said. */
  readonly test: string;
  /** Name of how often it is done; absent where nobody said. */
  readonly frequency?: string;
  readonly design: Control['design'];
  readonly condition: string;
  readonly conditionHolds: boolean;
  /** Names of the scopes that it operates in; empty means the whole organisation. */
  readonly scopes: readonly string[];
  readonly claims: readonly BookClaim[];
  /** What ISO/IEC 27002 says of the controls of Annex A that it is claimed for. */
  readonly attributes: readonly string[];
}

export interface ControlBook extends Ground {
  /** Frameworks that controls are claimed for. */
  readonly frameworks: readonly { readonly id: string; readonly title: string }[];
  /** Controls that the reader may not see, and controls that are in use no more; neither stands in the rows. */
  readonly hidden: number;
  readonly retired: number;
  /** By family, then by code; those in no family come last. */
  readonly rows: readonly BookRow[];
}

const rowsAtOnce = 100;

/** Every control in use, whole, as the book that somebody hands over or prints. */
export function* controlBook(asked: ViewAsked): InParts<ControlBook | { refusal: Refusal }> {
  const { programme, on, reader } = asked;
  const scope = asked.scope ?? wholeOrganisation;
  if (!hasScope(programme.governance, scope))
    return refuse('missing', 'scope.unknown', { scope, at: 'scope' });
  // What others ask meanwhile moves the memory that all share on to later entries.
  const shelf = openShelf({ ...asked, memory: newMemory() });
  yield;
  const lines = shelf
    .order('code')
    .slots.flatMap((slot) => shelf.lines[slot] ?? [])
    .filter(({ control }) => operatesAbout(programme, control, scope));
  const inUse = lines.filter((line) => !isRetired(line, on));
  const seen = inUse.filter(({ control }) => maySee(reader, control.owner));
  const rows: BookRow[] = [];
  for (const line of seen) {
    if (rows.length % rowsAtOnce === 0) yield;
    rows.push(rowOf(line, { asked, shelf, scope }));
  }
  rows.sort(byFamily);
  yield;
  return {
    ...groundOf(asked, 'control-library', scope),
    frameworks: frameworksOf(asked, rows),
    hidden: inUse.length - seen.length,
    retired: lines.length - inUse.length,
    rows,
  };
}

/** Whether a control operates in a scope, in one that lies around it, or in a part of it. */
export function operatesAbout(
  { governance }: Programme,
  { scopes }: Pick<Control, 'scopes'>,
  scope: string,
): boolean {
  const touches = (each: string) =>
    holdsScope(governance, each, scope) || holdsScope(governance, scope, each);
  return scopes.length === 0 || scopes.some(touches);
}

interface Placed {
  readonly asked: ViewAsked;
  readonly shelf: Shelf;
  readonly scope: string;
}

function rowOf(line: Line, { asked, shelf, scope }: Placed): BookRow {
  const { control } = line;
  const { programme, on } = asked;
  // Of a scope of its own the evidence collected there counts, where the control operates in all of it.
  const whole = scope === wholeOrganisation || !operatesInAll(programme, control, scope);
  const standing = whole ? shelf.standing(line) : standingOn(programme, control, { scope, on });
  const { family = '', statement, test = '', design, condition, conditionHolds, frequency } = control;
  const named = frequency === undefined ? undefined : frequencyNamed(frequency)?.label;
  return {
    ...controlShown(standing),
    family,
    statement,
    test,
    ...(frequency === undefined ? {} : { frequency: named ?? frequency }),
    design,
    condition,
    conditionHolds,
    scopes: control.scopes.map((each) => scopeName(programme, each)),
    claims: line.claimed.map((claim) => claimShown(claim, control.id, asked)).sort(byRequirement),
    attributes: attributesIn(line),
  };
}

function operatesInAll(programme: Programme, control: Control, scope: string): boolean {
  const own = scopeOf(control);
  return control.scopes.length === 0 || holdsScope(programme.governance, own, scope);
}

function scopeName({ governance }: Programme, scope: string): string {
  const whole = scope === wholeOrganisation ? governance.organisation?.name : undefined;
  return whole ?? governance.scopes.get(scope)?.name ?? scope;
}

function claimShown(claim: Claim, own: string, { programme, reader }: ViewAsked): BookClaim {
  const { framework, requirement, contribution, confidence, state } = claim;
  const { controls, hiddenControls } = visibleClaim(programme, reader, claim);
  const others = controls.filter((id) => id !== own);
  return {
    framework,
    requirement,
    contribution,
    confidence,
    state: state === 'confirmed' ? state : 'proposed',
    together: others.map((id) => programme.controls.controls.get(id)?.code ?? id).sort(),
    hiddenControls,
  };
}

/** Numbers within ids in their order: A.5.9 before A.5.15. */
const inOrder = new Intl.Collator('en', { numeric: true }).compare;

function byRequirement(one: BookClaim, other: BookClaim): number {
  return inCatalogueOrder(one.framework, other.framework) || inOrder(one.requirement, other.requirement);
}

function byFamily({ family: one }: BookRow, { family: other }: BookRow): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return inOrder(one, other);
}

const { framework: annex } = attributeTable();

function attributesIn({ claimed }: Line): string[] {
  const found = claimed
    .filter(({ framework }) => framework === annex)
    .flatMap(({ requirement }) => attributesOf(annex, requirement) ?? []);
  const values = found.flatMap(({ controlTypes, concepts, capabilities }) => [
    ...controlTypes,
    ...concepts,
    ...capabilities,
  ]);
  return [...new Set(values)].map((value) => value.replaceAll('_', ' '));
}

function frameworksOf(asked: ViewAsked, rows: readonly BookRow[]): ControlBook['frameworks'] {
  const named = new Set(rows.flatMap(({ claims }) => claims.map(({ framework }) => framework)));
  return [...named].sort(inCatalogueOrder).map((id) => {
    const adopted = adoptedEdition(asked.programme.governance, id);
    return { id, title: adopted ? editionIn(languageOf(asked), adopted).title : id };
  });
}
