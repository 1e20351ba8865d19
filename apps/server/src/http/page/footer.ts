import { html } from 'hono/html';
import { commandLine } from './first-steps.ts';
import { commands, type Markup, time, typed, words } from './markup.ts';
import type { Place } from './first.ts';

export interface Stamp extends Place {
  readonly scopes: readonly string[];
  readonly on: string;
  readonly knownAt: number;
  /** Last position of the ledger. */
  readonly position: number;
  /** Seal at `knownAt`, hex. */
  readonly head: string;
  readonly hasStatement: boolean;
}

/** Whose, about which day, known at which position: enough to have the same page again and to check it. */
export function stampFooter(stamp: Stamp): Markup {
  const { name, scopes, on, knownAt, position, head } = stamp;
  const facts = [
    ['organisation', typed(name)],
    ['scope', html`${scopes.map((scope, at) => html`${at > 0 && '; '}${typed(scope)}`)}`],
    ['on', time(on)],
    ['known-at', words('stamp.entry', { position: knownAt })],
    ['position', words('stamp.entry', { position })],
    ['head', html`<code class="head" title="${head}">${head.slice(0, 12)}…</code>`],
  ] as const;
  return html`<dl>${facts.map(([key, value]) => html`<div><dt>${words(`stamp.${key}`)}</dt><dd>${value}</dd></div>`)}</dl>
${stamp.hasStatement && documentCommand(stamp)}
<p>${words('what')}</p>`;
}

function documentCommand({ selection, organisation }: Stamp): Markup {
  const when = [
    ...(selection.on === undefined ? [] : [`--on ${selection.on}`]),
    ...(selection.knownAt === undefined ? [] : [`--known-at ${selection.knownAt}`]),
  ];
  const line = ['report statement-of-applicability', ...when, '--out statement-of-applicability.pdf'].join(' ');
  return html`<p>${words('document')}</p>${commands([commandLine(line, organisation)])}`;
}
