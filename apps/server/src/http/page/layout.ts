import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Place } from './first.ts';
import { commandLine } from './first-steps.ts';
import { icon, mark, symbols } from './marks.ts';
import { commands, finish, type Markup, time, typed, words } from './markup.ts';
import { style } from './style.ts';

export interface Sheet {
  readonly title: string;
  readonly status?: number;
  /** The form that selects day and position, where there is something to select from. */
  readonly selection?: Markup | undefined;
  readonly main: Markup;
  readonly footer?: Markup | undefined;
}

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing runs and nothing is fetched, the icon being in the page; the one form asks this address. */
const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** A whole page as an answer. */
export async function answerSheet({
  title,
  status = 200,
  selection,
  main,
  footer,
}: Sheet): Promise<Response> {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${icon}">
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#main">${words('skip')}</a>
${symbols}
<header class="top"><a class="brand" href="/">${mark('logo')}Concord</a>${selection}</header>
<main id="main" tabindex="-1">
${main}
</main>
${footer && html`<footer>${footer}</footer>`}
</body>
</html>
`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
  };
  return new Response(await finish(page), { status, headers });
}

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
${stamp.hasStatement && documentCommand(stamp)}`;
}

function documentCommand({ selection, organisation }: Stamp): Markup {
  const when = [
    ...(selection.on === undefined ? [] : [`--on ${selection.on}`]),
    ...(selection.knownAt === undefined ? [] : [`--known-at ${selection.knownAt}`]),
  ];
  const line = ['report statement-of-applicability', ...when, '--out statement-of-applicability.pdf'].join(
    ' ',
  );
  return html`<p>${words('document')}</p>${commands([commandLine(line, organisation)])}`;
}
