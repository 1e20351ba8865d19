import type { SizeFigures } from '@concord/programme';
import { classAt, type EntityClass, entityClasses } from './criteria.ts';
import type { Situation } from './situation.ts';
import {
  type Figure,
  figures as figureNames,
  type Size,
  type SizeClass,
  sizeClass,
  sizes,
  triedValues,
} from './size.ts';

/** The figures of an entity alone, or of it with the enterprises linked to it; of the period, and of the one before. */
export interface Side {
  readonly figures: SizeFigures;
  /** Absent when no figures of the period before were given: it is then taken to have been of the same size. */
  readonly earlier?: SizeFigures | undefined;
  /** Persons that there are at least, where they are not known themselves. */
  readonly least: number;
}

export interface SideSize extends SizeClass {
  /** The period whose size counts. */
  readonly basis: 'this period' | 'the period before';
  /** What this period alone says, where that is another size. */
  readonly now?: Size;
}

/** Something not known that could change the class, and what each answer would leave of it. */
export interface OpenQuestion {
  readonly ask: Figure | 'activities' | 'servesIn' | 'linked';
  /** By the size that the answer would stand for by itself; none where any answer has to be looked at anew. */
  readonly answers: readonly { readonly size: Size; readonly leaves: readonly EntityClass[] }[];
}

/**
 * Recommendation 2003/361/EC, Annex, Article 4(2): a change of size counts only after two consecutive periods. So
 * where the period before is known, its size is the one that counts now.
 */
export function sizeOf({ figures, earlier, least }: Side): SideSize {
  const now = sizeClass(figures, least);
  if (!earlier) return { ...now, basis: 'this period' };
  const before = sizeClass(earlier);
  const changed = now.size !== undefined && now.size !== before.size;
  return { ...before, basis: 'the period before', ...(changed && now.size ? { now: now.size } : {}) };
}

/** Every class that what is not known leaves possible, weakest first. */
export function possibleClasses(
  situations: readonly Situation[],
  possible: readonly Size[],
): readonly EntityClass[] {
  // Not said what it does: it may be anything.
  if (situations.length === 0) return entityClasses;
  const found = new Set(situations.flatMap((each) => possible.map((size) => classAt(each, size))));
  return entityClasses.filter((each) => found.has(each));
}

/** What would decide the class: each unknown answer that could narrow it, by trying what it could be. */
export function openQuestions(situations: readonly Situation[], side: Side): readonly OpenQuestion[] {
  const { possible } = sizeOf(side);
  const left = possibleClasses(situations, possible).length;
  if (left === 1) return [];
  if (situations.length === 0) return [{ ask: 'activities', answers: [] }];
  const unknown = figureNames.filter((figure) => countedOf(side)[figure] === undefined);
  const asked = unknown.map((figure) => questionOf(situations, side, figure));
  const told = asked.filter(({ answers }) => answers.some(({ leaves }) => leaves.length < left));
  return [...(situations.length > 1 ? [{ ask: 'servesIn' as const, answers: [] }] : []), ...told];
}

function countedOf({ figures, earlier }: Side): SizeFigures {
  return earlier ?? figures;
}

function questionOf(situations: readonly Situation[], side: Side, figure: Figure): OpenQuestion {
  const values = triedValues(figure);
  const least = side.earlier ? 0 : side.least;
  const answers = sizes.map((size) => {
    const filled = { ...countedOf(side), [figure]: values[size] };
    return { size, leaves: possibleClasses(situations, sizeClass(filled, least).possible) };
  });
  return { ask: figure, answers };
}
