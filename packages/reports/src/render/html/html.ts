import type { Document } from '../../blocks.ts';
import { makePrintable } from '../text/printable.ts';
import { blockPieces } from './blocks.ts';
import { drawnStyle } from './drawn/style.ts';
import { style } from './style.ts';
import { symbols } from './written/marks.ts';
import { escapeHtml, put } from './written/put.ts';

/** One accessible file without scripts and without anything to fetch. */
export function renderHtml(document: Document): string {
  return [...htmlPieces(document)].join('');
}

/** The same, block after block and row after row. */
export function* htmlPieces(document: Document): Generator<string, void> {
  const printed = makePrintable(document);
  yield `<!doctype html>
<html lang="${escapeHtml(printed.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(`${printed.title} · ${printed.organisation}`)}</title>
<style>${style}${drawnStyle}</style>
</head>
<body>
${symbols}
<header>${writeTitle(printed)}</header>
<main>
`;
  yield* blockPieces(printed.blocks);
  yield `
</main>
<footer><p>${put(printed.running.left)}</p><p>${put(printed.running.foot)}</p></footer>
</body>
</html>
`;
}

function writeTitle({ asked, title, status, lead }: Document): string {
  const above = asked === undefined ? '' : `<p>${put(asked)}</p>`;
  const below = lead === undefined ? '' : `<p class="lead">${put(lead)}</p>`;
  return `${above}<h1>${put(title)}</h1><p class="status">${put(status)}</p>${below}`;
}
