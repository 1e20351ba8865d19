import activityFile from '../../data/scales/activities.json' with { type: 'json' };
import designationFile from '../../data/scales/designations.json' with { type: 'json' };
import { phraseIn } from '../phrases.ts';

/** Something that a legal entity does, by which a law may take it in. Of neither annex where `annex` is absent. */
export interface Activity {
  readonly id: string;
  readonly annex?: 'I' | 'II';
  readonly sector?: { readonly number: string; readonly name: string };
  readonly subsector?: { readonly letter: string; readonly name: string };
  /** A short name, and no definition. */
  readonly name: string;
  /** Where it is named, if no annex lists it. */
  readonly provision?: string;
  readonly note?: string;
  /** By language: what somebody who does it would call it, to be found by. Our own, and no definition. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** An activity as it is said in one language; its everyday words are those of that language first, then of the others. */
export interface ActivitySaid extends Omit<Activity, 'words'> {
  readonly words: readonly string[];
}

/** What an authority decided, or the law says, of a legal entity. */
export interface Designation {
  readonly id: string;
  readonly provision: string;
  readonly name: string;
  /** Activities with one of which alone it means anything; any will do where absent. */
  readonly with?: readonly string[];
  /** `decided` by an authority, which tells the entity; or `stated` by the entity, as its own reading of the law. */
  readonly by: 'decided' | 'stated';
}

// The compiler widens the literals of a JSON module; entity.test.ts checks the shape.
const ACTIVITIES = activityFile.activities as unknown as readonly Activity[];
const DESIGNATIONS = designationFile.designations as unknown as readonly Designation[];

/** Every activity we know, in the order of the annexes that list them; those that none lists come last. */
export function activities(): readonly Activity[] {
  return ACTIVITIES;
}

/** The same with their names, those of their sectors and what is noted of them in a language. */
export function activitiesIn(language: string): readonly ActivitySaid[] {
  const spoken = <Named extends { readonly name: string }>(named: Named): Named => ({
    ...named,
    name: phraseIn(language, named.name),
  });
  return ACTIVITIES.map(({ sector, subsector, provision, note, words, ...activity }) => ({
    ...spoken(activity),
    ...(sector ? { sector: spoken(sector) } : {}),
    ...(subsector ? { subsector: spoken(subsector) } : {}),
    ...(provision === undefined ? {} : { provision: phraseIn(language, provision) }),
    ...(note === undefined ? {} : { note: phraseIn(language, note) }),
    words: [...new Set([...(words[language] ?? []), ...Object.values(words).flat()])],
  }));
}

/** A letter or two name nothing, even where one name alone has them. */
const shortestPart = 3;

/** The activity with this id, or the only one that has this in its name. */
export function activityNamed(said: string): Activity | undefined {
  const exact = ACTIVITIES.find(({ id }) => id === said);
  if (exact) return exact;
  const part = said.trim().toLowerCase();
  if (part.length < shortestPart) return undefined;
  const close = ACTIVITIES.filter(({ name }) => name.toLowerCase().includes(part));
  return close.length === 1 ? close[0] : undefined;
}

/** Every designation we know, in the order of the provisions. */
export function designations(): readonly Designation[] {
  return DESIGNATIONS;
}

/** The same with their names and provisions in a language. */
export function designationsIn(language: string): readonly Designation[] {
  return DESIGNATIONS.map((each) => ({
    ...each,
    name: phraseIn(language, each.name),
    provision: phraseIn(language, each.provision),
  }));
}
