import type { Mark } from '../../../blocks.ts';

const RING = '<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.6"/>';

function stroke(path: string, colour = 'currentColor'): string {
  return `<path d="${path}" fill="none" style="stroke:${colour}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** One shape for each state, on a field of 16 by 16. */
const DRAWINGS: Readonly<Record<Mark, string>> = {
  met: `<circle cx="8" cy="8" r="7.5" fill="currentColor"/>${stroke('M4.4 8.4l2.7 2.6 4.5-5.4', 'var(--paper)')}`,
  partly: `${RING}<path d="M8 1a7 7 0 0 0 0 14z" fill="currentColor"/>`,
  gap: `${RING}${stroke('M5.4 5.4l5.2 5.2m0-5.2l-5.2 5.2')}`,
  supported: `<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="1.8 1.9"/><circle cx="8" cy="8" r="2.2" fill="currentColor"/>`,
  unknown: `${RING}${stroke('M5.9 6.3a2.1 2.1 0 1 1 3 1.5Q8 8.3 8 9.3')}<circle cx="8" cy="11.7" r="1" fill="currentColor"/>`,
  stale: `${stroke('M3 1h10v2.2L8.6 8 13 12.8V15H3v-2.2L7.4 8 3 3.2z')}<path d="M4.4 14.4h7.2L8 10.6z" fill="currentColor"/>`,
  conflict: stroke('M8 .9L15.1 8 8 15.1.9 8zM5.2 6.7h5.6M5.2 9.3h5.6M9.5 4.9l-3 6.2'),
  excluded: `${RING}${stroke('M4.9 8h6.2')}`,
};

/** Every mark once, to be drawn by name. */
export const symbols = `<svg class="symbols" aria-hidden="true">${Object.entries(DRAWINGS)
  .map(([mark, drawing]) => `<symbol id="mark-${mark}" viewBox="0 0 16 16">${drawing}</symbol>`)
  .join('')}</svg>`;

/** The mark beside its word; the word says the same, so a screen reader skips the drawing. */
export function drawMark(mark: Mark): string {
  return `<svg aria-hidden="true" style="color:var(--${mark})"><use href="#mark-${mark}"/></svg>`;
}
