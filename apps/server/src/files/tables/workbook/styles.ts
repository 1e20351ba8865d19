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

/** Whether a cell of a style shows its number as a day. */
export function readDateStyles(part: string, xml: string | undefined): boolean[] {
  const styles: boolean[] = [];
  if (xml === undefined) return styles;
  const own = new Map<number, boolean>();
  let inCells = false;
  readXml(part, xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        own.set(Number(numFmtId), showsDate(formatCode));
      } else if (name === 'xf' && inCells) {
        const format = Number(attributes().numFmtId ?? 0);
        styles.push(own.get(format) ?? isBuiltInDate(format));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
