import type { Say } from '../../../app/index.ts';
import type { Needs } from './needs.ts';

const inWords = 12;

/** The day in one or two sentences: "Six things need you; two are late. 18 more are late with others." */
export function sentenceOf(needs: Needs, say: Say, day: (date: string) => string): string {
  const { mine, mineLate, decisions, lateElsewhere, next } = needs;
  // Things are counted, not their kinds: 91 errors to mend are 91.
  const count = decisions.reduce((sum, decision) => sum + decision.count, mine.length);
  const elsewhere = lateElsewhere === 0 ? '' : say('sentence.elsewhere', counted(lateElsewhere, say));
  if (count === 0) {
    const quiet =
      next === undefined ? say('sentence.nothing') : say('sentence.nothing-until', { day: day(next) });
    return joined(lateElsewhere === 0 ? quiet : say('sentence.nothing'), elsewhere);
  }
  const needed = say('sentence.needs', counted(count, say));
  return joined(`${needed}${lateOf(count, mineLate, say)}.`, elsewhere);
}

function lateOf(count: number, late: number, say: Say): string {
  if (late === 0) return '';
  return late === count ? say('sentence.all-late', { count }) : say('sentence.late', counted(late, say));
}

/** Up to twelve a number is a word in a sentence. */
function counted(count: number, say: Say) {
  return { count, number: count > 1 && count <= inWords ? say(`number.${count}`) : count };
}

/** Each sentence begins with a capital, also where a number begins it. */
function joined(...sentences: readonly string[]): string {
  return sentences
    .filter((each) => each !== '')
    .map((each) => each.slice(0, 1).toLocaleUpperCase() + each.slice(1))
    .join(' ');
}
