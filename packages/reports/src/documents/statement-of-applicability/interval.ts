import { say } from '@concord/catalog';
import type { StatementOfApplicability } from '@concord/views';
import type { Block } from '../../blocks.ts';

type Numbers = StatementOfApplicability['numbers'];

/** Coverage from met to possible. Where nothing counts or nothing is claimed a bar would show nothing: then words alone. */
export function writeInterval(numbers: Numbers, language: string): Block[] {
  const { n, met, possible, unclaimed, unknown } = numbers;
  if (n === 0) return [{ kind: 'paragraph', text: say(language, 'soa.interval.nothing') }];
  if (n === unclaimed)
    return [{ kind: 'paragraph', text: say(language, 'soa.interval.unclaimed', { unclaimed, unknown }) }];
  const legend = {
    met: say(language, 'soa.interval.met', { met }),
    possible: say(language, 'soa.interval.possible', { more: possible - met }),
    gap: say(language, 'soa.interval.gap', { gap: n - possible }),
  };
  return [{ kind: 'interval', n, met, possible, legend, words: writeWords(numbers, language) }];
}

function writeWords(numbers: Numbers, language: string): string {
  const { n, met, possible, byKind } = numbers;
  const more = possible - met;
  const how = listed(
    [
      ['assessed', byKind.assessed],
      ['claimed', byKind.claimed],
      ['inferred', byKind.inferred],
    ],
    language,
  );
  const open = writeOpen(numbers, language);
  return [
    met === 0
      ? say(language, 'soa.interval.words.none-met', { n })
      : say(language, 'soa.interval.words.met', { count: met, n, how: how.join(', ') }),
    more === 0
      ? say(language, 'soa.interval.words.no-more', { open })
      : say(language, 'soa.interval.words.more', { count: more, open }),
    n === possible
      ? say(language, 'soa.interval.words.no-gap')
      : say(language, 'soa.interval.words.gap', { count: n - possible }),
  ].join(' ');
}

/** Unclaimed and unknown stand with every interval, even when there are none; the other reasons where there are any. */
function writeOpen({ unclaimed, unknown, stale, conflict, byKind }: Numbers, language: string): string {
  const always = [
    say(language, 'soa.interval.part.unclaimed', { number: unclaimed }),
    stale === 0
      ? say(language, 'soa.interval.part.unknown', { number: unknown })
      : say(language, 'soa.interval.part.unknown.stale', { number: unknown, stale }),
  ];
  const others = listed(
    [
      ['supported', byKind.indicative],
      ['conflict', conflict],
    ],
    language,
  );
  return [...always, ...others].join(', ');
}

function listed(parts: readonly (readonly [name: string, number: number])[], language: string): string[] {
  return parts
    .filter(([, number]) => number > 0)
    .map(([name, number]) => say(language, `soa.interval.part.${name}`, { number }));
}
