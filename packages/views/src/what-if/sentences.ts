import type { Notice } from '@concord/programme';
import { type InLanguage, type Say, sayIn } from '../language/say.ts';
import type { Because } from './difference/because.ts';
import type { Difference, DifferentRow } from './difference/difference.ts';
import type { Change } from './hypothesis/change.ts';
import type { Reach } from './reach/reach.ts';
import { reachSentences } from './reach/sentences.ts';

/** A change as it is said: what is supposed of what. */
export function changeWords(change: Change, say: Say): string {
  if (change.kind === 'set') {
    const { code, name } = change.control;
    return say(`what-if.set-${change.state}`, { code, name });
  }
  if (change.kind === 'lapse') return say('what-if.lapse', { title: change.evidence.title });
  const { framework, requirement, title } = change;
  return say('what-if.exclude', { framework, requirement, title });
}

interface Told extends InLanguage {
  readonly on: string;
  readonly knownAt: number;
  readonly changes: readonly { readonly words: string }[];
  readonly frameworks: readonly Difference[];
  readonly reach?: Reach;
  readonly notices: readonly Notice[];
}

/** What is supposed, then every framework with its interval and the rows that differ. */
export function sentencesOf(told: Told): string[] {
  const { on, knownAt, changes, frameworks, reach, notices } = told;
  const say = sayIn(told);
  return [
    say('what-if.head', { on, knownAt }),
    ...changes.map(({ words }) => `  ${words}`),
    ...notices.map(({ code, params }) => `  ${say(`notice.${code}`, params)}`),
    ...(reach ? reachSentences(reach, say) : []),
    ...frameworks.flatMap((each) => frameworkSentences(each, say)),
  ];
}

/** One framework: its interval before and after, and each requirement that prints otherwise. */
function frameworkSentences({ framework, numbers, rows }: Difference, say: Say): string[] {
  const { before, after } = numbers;
  const params = {
    framework: framework.title,
    met: before.met,
    metThen: after.met,
    possible: before.possible,
    possibleThen: after.possible,
    n: after.n,
    unclaimed: after.unclaimed,
    unknown: after.unknown,
  };
  const same = rows.length === 0;
  return [
    '',
    say(same ? 'what-if.framework-same' : 'what-if.framework', params),
    ...rows.map((row) => rowSentence(row, say)),
  ];
}

function rowSentence(row: DifferentRow, say: Say): string {
  const because = behind(row.because, say);
  return because === '' ? `  ${otherwise(row, say)}` : `  ${otherwise(row, say)} (${because})`;
}

/** What prints alike differs in what is in place. */
function otherwise({ id, title, before, after }: DifferentRow, say: Say): string {
  const word = before.word;
  if (word !== after.word) return say('what-if.row', { id, title, before: word, after: after.word });
  const inPlace = { before: before.implementation, after: after.implementation };
  return say('what-if.row-in-place', { id, title, word, ...inPlace });
}

function behind({ controls, hiddenControls, requirements, excluded }: Because, say: Say): string {
  if (excluded) return '';
  const codes = controls.map(({ code }) => code);
  const named = hiddenControls > 0 ? [...codes, say('why.hidden', { count: hiddenControls })] : codes;
  return (named.length > 0 ? named : requirements).join(', ');
}
