import type { Envelope } from '@concord/views';
import { html } from 'hono/html';
import { type Markup, words } from './markup.ts';

export type Numbers = Envelope['numbers'];

/** What the counted things are called: `one` of "controls of Annex A", "outcomes", "duties". */
export type Counted = 'control' | 'outcome' | 'duty';

/** Met to possible; never one percentage. */
export function figures({ met, possible }: Numbers): string {
  return met === possible ? String(met) : `${met}–${possible}`;
}

/** The whole interval in sentences: what is met and how, what is possible and why only that, what is a gap, what is out. */
export function sentencesOn(numbers: Numbers, counted: Counted): string {
  const { n, met, possible, excluded, byKind } = numbers;
  if (n === 0) return words('interval.nothing', { excluded });
  const what = words(`counted.${counted}`);
  const how = words(byKind.inferred > 0 ? 'interval.how-inferred' : 'interval.how');
  return [
    words('interval.met', { count: met, n, what, how }),
    words(met === 0 ? 'interval.possible-all' : 'interval.possible', {
      count: possible - met,
      parts: possibleParts(numbers),
    }),
    ...(n > possible ? [words('interval.gap', { count: n - possible })] : []),
    ...(excluded > 0 ? [words('interval.excluded', { count: excluded })] : []),
  ].join(' ');
}

/** Unclaimed and unknown stand with every interval, the other reasons where there are any. What is stale is unknown. */
function possibleParts({ unclaimed, unknown, stale, conflict, byKind }: Numbers): string {
  const parts = [
    words('part.unclaimed', { count: unclaimed }),
    words('part.unknown', { count: unknown }),
    ...(stale > 0 ? [words('part.stale', { count: stale })] : []),
    ...(conflict > 0 ? [words('part.conflict', { count: conflict })] : []),
    ...(byKind.indicative > 0 ? [words('part.supported', { count: byKind.indicative })] : []),
  ];
  return parts.join(', ');
}

function barWords({ n, met, possible }: Numbers): string {
  return words('interval.bar', { n, met, more: possible - met, gap: n - possible });
}

/** Solid met, hatched possible, empty gap. `spoken` where no text beside it says the same. */
export function bar(numbers: Numbers, spoken: boolean): Markup {
  const { n, met, possible } = numbers;
  const percent = (count: number) => `${n === 0 ? 0 : Math.round((count / n) * 10_000) / 100}%`;
  const told = spoken ? html`role="img" aria-label="${barWords(numbers)}"` : html`aria-hidden="true"`;
  return html`<svg class="interval" width="100%" height="12" ${told}><rect class="frame" width="100%" height="100%"/><rect fill="url(#hatch)" x="${percent(met)}" width="${percent(possible - met)}" height="100%"/><rect class="bar" width="${percent(met)}" height="100%"/>${
    possible < n && html`<rect class="bar" x="${percent(possible)}" width="1" height="100%"/>`
  }</svg>`;
}

/** The bar with its legend, each part with its count. */
export function interval(numbers: Numbers): Markup {
  const { n, met, possible } = numbers;
  const parts = { met, possible: possible - met, gap: n - possible };
  const legend = Object.entries(parts).map(
    ([part, count]) => html`<li>${swatch(part)}${words(`legend.${part}`)} <b>${count}</b></li>`,
  );
  return html`<div class="measure">${bar(numbers, true)}<ul class="legend" role="list">${legend}</ul></div>`;
}

function swatch(part: string): Markup {
  const fill = { met: html`class="bar"`, possible: html`fill="url(#hatch)"` }[part] ?? html`fill="none"`;
  return html`<svg class="swatch" width="20" height="8" aria-hidden="true"><rect class="frame" width="100%" height="100%"/><rect ${fill} width="100%" height="100%"/></svg>`;
}
