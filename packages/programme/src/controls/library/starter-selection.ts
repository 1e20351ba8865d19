import { type StarterControl, starterControl, starterFamilies, starterLibrary } from '@concord/catalog';
import { z } from 'zod';
import { line, type Refusal, refuse } from '../../foundation/index.ts';
import type { Control } from '../control.ts';
import type { Controls } from '../state.ts';

/** Which starter controls somebody means. */
export const starterSelection = {
  all: z.boolean().default(false).describe('Every control of the starter library'),
  families: z.array(line(100)).max(50).default([]).describe('Every control of these families, e.g. Networks'),
  controls: z.array(line(40)).max(200).default([]).describe('These controls, by code, e.g. GOV-01'),
};

type Selection = { all: boolean; families: readonly string[]; controls: readonly string[] };

/** The starter controls that were chosen, in the library's order; refuses a name that means none, and all of them at once. */
export function chosenStarters(selection: Selection): readonly StarterControl[] | { refusal: Refusal } {
  const { all, families, controls } = selection;
  if (!all && families.length === 0 && controls.length === 0) {
    return refuse('invalid', 'starter.none-chosen', { at: 'all' });
  }
  const known = new Map(starterFamilies().map((family) => [family.toLowerCase(), family]));
  const strange = families.filter((family) => !known.has(family.toLowerCase()));
  if (strange.length > 0) {
    const params = { families: strange.join(', '), known: [...known.values()].join(', '), at: 'families' };
    return refuse('refused', 'starter.families-unknown', params);
  }
  const unknown = controls.filter((code) => !starterControl(code));
  if (unknown.length > 0) {
    return refuse('refused', 'starter.controls-unknown', { controls: unknown.join(', '), at: 'controls' });
  }
  const wantedFamilies = new Set(families.map((family) => known.get(family.toLowerCase())));
  const wantedCodes = new Set(controls.map((code) => code.toUpperCase()));
  return starterLibrary().controls.filter(
    ({ code, family }) => all || wantedFamilies.has(family) || wantedCodes.has(code),
  );
}

const sourcePattern = /^starter-library\/[^/]+\/([^/]+)$/;

/** What a control taken from the starter library remembers of where it comes from. */
export function starterSource(code: string): string {
  return `starter-library/${starterLibrary().edition}/${code}`;
}

/** The controls that came from the starter library, by the code they have there; whatever they are called by now. */
export function adoptedStarters(controls: Controls): ReadonlyMap<string, Control> {
  const adopted = new Map<string, Control>();
  for (const control of controls.controls.values()) {
    const code = sourcePattern.exec(control.source ?? '')?.[1];
    if (code === undefined) continue;
    // Of two with the same origin the one in use counts.
    if (adopted.get(code)?.retiredOn === undefined && adopted.has(code)) continue;
    adopted.set(code, control);
  }
  return adopted;
}
