import type { HintedRow } from '@concord/views';
import { html, raw } from 'hono/html';
import type { Markup } from './markup.ts';
import { accentOnAnyGround } from './style.ts';

type Row = Pick<HintedRow, 'kind' | 'state' | 'word'>;
type Freshness = keyof HintedRow['evidence'];

const ring = '<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.4"/>';
const sheet = '<path d="M3.7 2.2h6l2.6 2.6v9H3.7z" fill="none" stroke="currentColor" stroke-width="1.4"/>';
const line = (path: string, more = '') =>
  `<path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5" ${more}/>`;

/** One shape for each state, on a field of 16 by 16: circle = requirement, sheet = evidence, diamond = conflict. */
const drawings: Readonly<Record<string, string>> = {
  logo: `<circle cx="5.6" cy="8" r="4.8" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="10.4" cy="8" r="4.8" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 3.85a4.8 4.8 0 0 1 0 8.3 4.8 4.8 0 0 1 0-8.3z" fill="currentColor"/>`,
  met: `<circle cx="8" cy="8" r="7" fill="currentColor"/><path class="cut" d="M4.7 8.3l2.3 2.3 4.3-4.8"/>`,
  partly: `${ring}<path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>`,
  gap: `${ring}${line('M5.6 5.6l4.8 4.8m0-4.8l-4.8 4.8')}`,
  supported: `<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2.46"/><circle cx="8" cy="8" r="2.2" fill="currentColor"/>`,
  unknown: `${ring}${line('M6.1 6.5a1.9 1.9 0 1 1 2.8 1.7c-.6.3-.9.6-.9 1.2M8 11.1v.9')}`,
  stale: line('M3.5 2h9M3.5 14h9M5 2v2.6L8 8l-3 3.4V14M11 2v2.6L8 8l3 3.4V14', 'stroke-linejoin="round"'),
  conflict: `${line('M8 1.2L14.8 8 8 14.8 1.2 8z')}${line('M5.4 7h5.2M5.4 9.2h5.2M9.4 5.2l-2.8 5.8')}`,
  excluded: `${ring}${line('M5 8h6')}`,
  'sheet-fresh': '<path d="M3 1.5h7l3 3v10H3z" fill="currentColor"/>',
  'sheet-due': `${sheet}<path d="M3 8h10v6.5H3z" fill="currentColor"/>`,
  'sheet-stale': `${sheet}<path d="M5.7 6.2h4.6L8 9zM5.7 11.8h4.6L8 9z" fill="currentColor"/>`,
  'sheet-missing':
    '<path d="M3.7 2.2h6l2.6 2.6v9H3.7z" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2 1.8"/>',
  'sheet-failed': '<path d="M8 1.5L15 14H1z" fill="currentColor"/><path class="cut" d="M8 6v4M8 11.3v1.4"/>',
};

// Hatched means possible and not shown, everywhere; nothing else is hatched.
const hatch = `<pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="bar" width="1.3" height="4"/></pattern>`;

/** Every drawing once, to be used by name. Not `display:none`: a pattern in there would not paint. */
export const symbols: Markup = html`<svg class="symbols" width="0" height="0" aria-hidden="true"><defs>${raw(
  hatch,
)}</defs>${raw(
  Object.entries(drawings)
    .map(([name, drawing]) => `<symbol id="mark-${name}" viewBox="0 0 16 16">${drawing}</symbol>`)
    .join(''),
)}</svg>`;

/** The sign in the browser's tab, whose ground is not ours: its colour shows on any. */
export const icon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" color="${accentOnAnyGround}">${drawings.logo}</svg>`,
)}`;

/** A mark stands beside a word that says the same, so a screen reader skips it. */
export function mark(name: string): Markup {
  return html`<svg class="mark is-${name}" aria-hidden="true"><use href="#mark-${name}"/></svg>`;
}

const marksOfKind: Readonly<Record<HintedRow['kind'], string>> = {
  assessed: 'met',
  claimed: 'met',
  inferred: 'met',
  indicative: 'supported',
  gap: 'gap',
  stale: 'stale',
  unclaimed: 'unknown',
  unknown: 'unknown',
  conflict: 'conflict',
  excluded: 'excluded',
};

/** Where a requirement stands: a shape and the view's own word. Good news is quiet, only exceptions colour the word. */
export function state({ kind, state: states, word }: Row): Markup {
  const name = kind === 'gap' && states.join('') === 'P' ? 'partly' : marksOfKind[kind];
  return html`<span class="standing is-${name}">${mark(name)}<span>${word}</span></span>`;
}

/** How fresh what shows a control is, as sheet and word. */
export function sheetState(freshness: Freshness, text: string): Markup {
  return html`<span class="standing is-sheet-${freshness}">${mark(`sheet-${freshness}`)}<span>${text}</span></span>`;
}
