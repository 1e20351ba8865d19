import { say } from '@concord/catalog';
import type { StatementOfApplicability } from '@concord/views';
import type { Block } from '../../blocks.ts';

type Numbers = StatementOfApplicability['numbers'];

/** What a document counts: its words for it. */
export type Counted = 'controls' | 'outcomes' | 'duties' | 'points' | 'items' | 'requirements';

/** Coverage from met to possible. Where nothing counts or nothing is claimed a bar would show nothing: then words alone. */
export function writeInterval(numbers: Numbers, counted: Counted, language: string): Block[] {
  const { n, met, possible, unclaimed, unknown } = numbers;
  if (n === 0) return [{ kind: 'paragraph', text: say(language, 'document.interval.nothing') }];
  if (n === unclaimed)
    return [
      { kind: 'paragraph', text: say(language, 'document.interval.unclaimed', { unclaimed, unknown }) },
    ];
  const legend = {
    met: say(language, 'document.interval.met', { met }),
    possible: say(language, 'document.interval.possible', { more: possible - met }),
    gap: say(language, 'document.interval.gap', { gap: n - possible }),
  };
  return [{ kind: 'interval', n, met, possible, legend, words: writeWords(numbers, counted, language) }];
}

function writeWords(numbers: Numbers, counted: Counted, language: string): string {
  const { n, met, possible, byKind } = numbers;
  const more = possible - met;
  const what = say(language, `document.counted.${counted}`);
  const how = listed(
    [
      ['assessed', byKind.assessed],
      ['claimed', byKind.claimed],
      ['inferred', byKind.inferred],
    ],
    language,
  );
  const open = writeOpen(numbers, language, writeStale(numbers, language));
  return [
    met === 0
      ? say(language, 'document.interval.words.none-met', { n, what })
      : say(language, 'document.interval.words.met', { count: met, n, what, how: how.join(', ') }),
    more === 0
      ? say(language, 'document.interval.words.no-more', { open })
      : say(language, 'document.interval.words.more', { count: more, open }),
    n === possible
      ? say(language, 'document.interval.words.no-gap')
      : say(language, 'document.interval.words.gap', { count: n - possible }),
  ].join(' ');
}

type OpenNumbers = Pick<Numbers, 'unclaimed' | 'unknown' | 'conflict'> & {
  readonly byKind: Pick<Numbers['byKind'], 'indicative'>;
};

/**
 * What those are that are open. Unclaimed and unknown stand with every interval, even when there are none; the other
 * reasons where there are any.
 */
export function writeOpen(
  { unclaimed, unknown, conflict, byKind }: OpenNumbers,
  language: string,
  unknowns = say(language, 'document.interval.part.unknown', { number: unknown }),
): string {
  const others = listed(
    [
      ['supported', byKind.indicative],
      ['conflict', conflict],
    ],
    language,
  );
  return [say(language, 'document.interval.part.unclaimed', { number: unclaimed }), unknowns, ...others].join(
    ', ',
  );
}

function writeStale({ unknown, stale }: Numbers, language: string): string | undefined {
  if (stale === 0) return undefined;
  return say(language, 'document.interval.part.unknown.stale', { number: unknown, stale });
}

function listed(parts: readonly (readonly [name: string, number: number])[], language: string): string[] {
  return parts
    .filter(([, number]) => number > 0)
    .map(([name, number]) => say(language, `document.interval.part.${name}`, { number }));
}

/** An interval as a figure: how many are met, how many may be, of how many. */
export function writeFigure(
  { met, possible, n }: Pick<Numbers, 'met' | 'possible' | 'n'>,
  language: string,
): string {
  const key = met === possible ? 'document.bars.figure.one' : 'document.bars.figure';
  return say(language, key, { met, possible, n });
}
