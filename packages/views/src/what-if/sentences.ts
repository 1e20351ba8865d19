import { type Params, say } from '@concord/catalog';
import type { Notice } from '@concord/programme';
import type { Because } from './difference/because.ts';
import type { Difference, DifferentRow } from './difference/difference.ts';
import type { Change } from './hypothesis/change.ts';
import type { Reach } from './reach/reach.ts';
import { reachSentences } from './reach/sentences.ts';

const english = (key: string, params: Params = {}) => say('en', key, params);

/** A change as it is said: what is supposed of what. */
export function changeWords(change: Change): string {
  if (change.kind === 'set') {
    const { code, name } = change.control;
    return english(`what-if.set-${change.state}`, { code, name });
  }
  if (change.kind === 'lapse') return english('what-if.lapse', { title: change.evidence.title });
  const { framework, requirement, title } = change;
  return english('what-if.exclude', { framework, requirement, title });
}

interface Told {
  readonly on: string;
  readonly knownAt: number;
  readonly changes: readonly { readonly words: string }[];
  readonly frameworks: readonly Difference[];
  readonly reach?: Reach;
  readonly notices: readonly Notice[];
}

/** What is supposed, then every framework with its interval and the rows that differ. */
export function sentencesOf({ on, knownAt, changes, frameworks, reach, notices }: Told): string[] {
  return [
    english('what-if.head', { on, knownAt }),
    ...changes.map(({ words }) => `  ${words}`),
    ...notices.map(({ code, params }) => `  ${english(`notice.${code}`, params)}`),
    ...(reach ? reachSentences(reach) : []),
    ...frameworks.flatMap(frameworkSentences),
  ];
}

/** One framework: its interval before and after, and each requirement that prints otherwise. */
function frameworkSentences({ framework, numbers, rows }: Difference): string[] {
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
    english(same ? 'what-if.framework-same' : 'what-if.framework', params),
    ...rows.map(rowSentence),
  ];
}

function rowSentence(row: DifferentRow): string {
  const because = behind(row.because);
  return because === '' ? `  ${otherwise(row)}` : `  ${otherwise(row)} (${because})`;
}

/** What prints alike differs in what is in place. */
function otherwise({ id, title, before, after }: DifferentRow): string {
  const word = before.word;
  if (word !== after.word) return english('what-if.row', { id, title, before: word, after: after.word });
  const inPlace = { before: before.implementation, after: after.implementation };
  return english('what-if.row-in-place', { id, title, word, ...inPlace });
}

function behind({ controls, hiddenControls, requirements, excluded }: Because): string {
  if (excluded) return '';
  const codes = controls.map(({ code }) => code);
  const named = hiddenControls > 0 ? [...codes, english('why.hidden', { count: hiddenControls })] : codes;
  return (named.length > 0 ? named : requirements).join(', ');
}
