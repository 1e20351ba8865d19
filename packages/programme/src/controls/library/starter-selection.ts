import {
  isStarterFamily,
  languages,
  type StarterControl,
  starterControl,
  starterFamilies,
  starterLibrary,
} from '@concord/catalog';
import { z } from 'zod';
import { line, type Refusal, refuse } from '../../foundation/index.ts';
import type { Control } from '../control.ts';
import type { Controls } from '../state.ts';

/** Which starter controls somebody means. */
export const starterSelection = {
  all: z.boolean().default(false).describe('Every control of the starter library'),
  families: z.array(line(100)).max(50).default([]).describe('Every control of these families, e.g. Networks'),
  controls: z.array(line(40)).max(200).default([]).describe('These controls, by code, e.g. GOV-01'),
  present: z
    .boolean()
    .default(false)
    .describe('Those that were taken over before: what is proposed of them since, and no further control'),
  language: z
    .enum(languages)
    .default('en')
    .describe('Language in which they are taken over; what is here already stays in its own'),
};

type Selection = {
  all: boolean;
  families: readonly string[];
  controls: readonly string[];
  present: boolean;
  language: string;
};

/**
 * The starter controls that were chosen, in the library's order and in the language asked for; refuses a name that
 * means none, and all of them at once. A family may be named in any of our languages. `inUse` has the codes of those that
 * are in the organisation's library.
 */
export function chosenStarters(
  selection: Selection,
  inUse: { has(code: string): boolean },
): readonly StarterControl[] | { refusal: Refusal } {
  const { all, families, controls, present, language } = selection;
  if (!all && !present && families.length === 0 && controls.length === 0) {
    return refuse('invalid', 'starter.none-chosen', { at: 'all' });
  }
  const library = starterLibrary(language).controls;
  const isOfFamily = (code: string) => families.some((family) => isStarterFamily(family, code));
  const strange = families.filter((family) => !library.some(({ code }) => isStarterFamily(family, code)));
  if (strange.length > 0) {
    const known = starterFamilies(language).join(', ');
    return refuse('refused', 'starter.families-unknown', {
      families: strange.join(', '),
      known,
      at: 'families',
    });
  }
  const unknown = controls.filter((code) => !starterControl(code));
  if (unknown.length > 0) {
    return refuse('refused', 'starter.controls-unknown', { controls: unknown.join(', '), at: 'controls' });
  }
  const wantedCodes = new Set(controls.map((code) => code.toUpperCase()));
  return library.filter(
    ({ code }) => all || wantedCodes.has(code) || isOfFamily(code) || (present && inUse.has(code)),
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

/** Id of the control by the code that it has in the starter library, of those that came from there and are not retired. */
export function startersInUse(controls: Controls): Map<string, string> {
  const inUse = [...adoptedStarters(controls)].filter(([, control]) => control.retiredOn === undefined);
  return new Map(inUse.map(([code, { id }]) => [code, id]));
}
