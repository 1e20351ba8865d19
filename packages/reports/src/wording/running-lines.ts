import { say } from '@concord/catalog';
import type { RunningLines } from '../blocks.ts';
import { writeDate, writeNumber } from './figures.ts';
import { shorten } from './shorten.ts';

/** What the lines are made of; `Document` without its blocks fits. */
export interface RunningFacts {
  readonly title: string;
  readonly language: string;
  readonly organisation: string;
  readonly scope: string;
  readonly on: string;
  readonly knownAt: number;
  readonly position: number;
  readonly head: string;
  readonly status: string;
}

/** Header and footer of each page. Long names are shortened here; the cover has them in full. */
export function writeRunningLines(facts: RunningFacts): RunningLines {
  const { language, organisation, scope, knownAt, position } = facts;
  const ends =
    knownAt === position
      ? []
      : [say(language, 'document.foot.position', { position: writeNumber(position, language) })];
  return {
    left: nameWhose(organisation, scope),
    right: shorten(facts.title, 48),
    foot: [
      shorten(facts.status, 36),
      say(language, 'document.foot.on', { date: writeDate(facts.on, language) }),
      say(language, 'document.foot.known-at', { position: writeNumber(knownAt, language) }),
      ...ends,
      say(language, 'document.foot.head', { head: shortenHead(facts.head) }),
    ].join(' · '),
  };
}

/** A scope that begins with the organisation's name says whose it is already. */
function nameWhose(organisation: string, scope: string): string {
  if (scope.startsWith(organisation)) return shorten(scope, 91);
  return `${shorten(organisation, 40)} · ${shorten(scope, 48)}`;
}

/** First eight and last four digits of a seal: enough to compare by eye with the cover. */
function shortenHead(head: string): string {
  return `${head.slice(0, 4)} ${head.slice(4, 8)} … ${head.slice(-4)}`;
}
