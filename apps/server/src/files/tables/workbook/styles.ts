import { readXml } from './xml.ts';

/** Formats without a text of their own that show a day or a time. */
function isBuiltInDate(format: number): boolean {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
}

/** A format that shows a day: what is quoted, escaped or in brackets says nothing; `[h]:mm` is a length of time. */
function showsDate(format: string): boolean {
  if (/\[[hms]+\]/i.test(format)) return false;
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}

/** How a cell of a style shows its number. */
export interface NumberStyle {
  /** As a day or a time. */
  readonly day: boolean;
  /** Signs before the number, the fewest digits before the point, and how many behind it: C-007, 1.10. */
  readonly digits?: { readonly before: string; readonly whole: number; readonly decimals: number };
}

const plainDigits = /^(?:"([^"]*)"|((?:\\.)*))(0+)(?:\.(0+))?$/;

function styleOf(format: string): NumberStyle {
  if (showsDate(format)) return { day: true };
  const [, quoted, escaped = '', whole, decimals = ''] = plainDigits.exec(format) ?? [];
  if (whole === undefined) return { day: false };
  const before = quoted ?? escaped.replace(/\\(.)/g, '$1');
  return { day: false, digits: { before, whole: whole.length, decimals: decimals.length } };
}

/** A number with the zeros and signs that its style adds; never rounded, for what is stored counts. */
export function showNumber(number: string, style: NumberStyle | undefined): string {
  const digits = style?.digits;
  if (!digits || !/^\d{1,15}(\.\d+)?$/.test(number)) return number;
  const [whole = '', decimals = ''] = number.split('.');
  const behind = decimals.padEnd(digits.decimals, '0');
  return `${digits.before}${whole.padStart(digits.whole, '0')}${behind === '' ? '' : `.${behind}`}`;
}

const builtInDecimals = 2;

function builtInStyle(format: number): NumberStyle {
  if (format === builtInDecimals) return { day: false, digits: { before: '', whole: 1, decimals: 2 } };
  return { day: isBuiltInDate(format) };
}

/** The styles of a workbook's cells, by their number. */
export function readNumberStyles(part: string, xml: string | undefined): NumberStyle[] {
  const styles: NumberStyle[] = [];
  if (xml === undefined) return styles;
  const own = new Map<number, NumberStyle>();
  let inCells = false;
  readXml(part, xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        own.set(Number(numFmtId), styleOf(formatCode));
      } else if (name === 'xf' && inCells) {
        const format = Number(attributes().numFmtId ?? 0);
        styles.push(own.get(format) ?? builtInStyle(format));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
