import type { Mark } from '../../blocks.ts';

/** The look's tokens, light, on white paper. Lengths are twips (twentieths of a point), sizes half points. */
export const ink = '1B1D22';
export const ink2 = '454952';
export const ink3 = '60646C';
export const hairline = 'CDC8BC';
export const edge = '8B877D';
export const barColour = '2F4171';
export const sunken = 'F3F1EB';

// A text document carries no fonts: those that its readers have, so that everybody's lines break alike.
export const sans = 'Arial';
export const serif = 'Georgia';

export const tones: Readonly<Record<Mark, string>> = {
  met: '1A6A45',
  partly: '8A5100',
  gap: 'B0261C',
  supported: '0C6472',
  unknown: '595E67',
  stale: '6B5A3C',
  conflict: '78308C',
  excluded: '60646C',
};

/** A sign for each state, of one shape each, from fonts that every office suite falls back to. */
export const signs: Readonly<Record<Mark, string>> = {
  met: '✔',
  partly: '◐',
  gap: '⊗',
  supported: '◌',
  unknown: '?',
  stale: '◷',
  conflict: '≠',
  excluded: '⊖',
};

/** Distance to what is wanted, from none to furthest. On the darkest the text is white. */
export const distances = ['F1EFE8', 'E3E4E6', 'C5CCDD', '8C9BC2', '3A4F88'] as const;

/** A4. */
export const page = { width: 11_906, height: 16_838, side: 1020, top: 1320, bottom: 1200 } as const;
export const textWidth = page.width - 2 * page.side;
/** Between columns of a table. */
export const gutter = 160;

/** A whole width in parts, in proportion and exactly adding up. */
export function shareOut(whole: number, parts: readonly number[]): number[] {
  const sum = parts.reduce((before, part) => before + part, 0) || 1;
  let [reached, placed] = [0, 0];
  return parts.map((part) => {
    reached += part;
    const width = Math.round((reached / sum) * whole) - placed;
    placed += width;
    return width;
  });
}
