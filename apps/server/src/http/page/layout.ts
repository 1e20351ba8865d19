import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { mark, symbols } from './marks.ts';
import { finish, type Markup, words } from './markup.ts';
import { style } from './style.ts';
import { tokens } from './tokens.ts';

export interface Sheet {
  readonly title: string;
  readonly status?: number;
  /** The form that selects day and position, where there is something to select from. */
  readonly selection?: Markup | undefined;
  readonly main: Markup;
  readonly footer?: Markup | undefined;
}

const styles = `${tokens}\n${style}`;
const styleHash = createHash('sha256').update(styles).digest('base64');

/** Nothing runs and nothing is fetched; the one form asks this address. */
export const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** A whole page as an answer. */
export async function answerSheet({ title, status = 200, selection, main, footer }: Sheet): Promise<Response> {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(styles)}</style>
</head>
<body>
<a class="skip" href="#main">${words('skip')}</a>
${symbols}
<header class="top"><a class="brand" href="/">${mark('logo')}Concord</a>${selection}</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>${footer ?? html`<p>${words('what')}</p>`}</footer>
</body>
</html>
`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy };
  return new Response(await finish(page), { status, headers });
}
