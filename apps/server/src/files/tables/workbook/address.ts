/** Row from 1 and column from 0 of an address such as `C12`; undefined when it is none. */
export function readAddress(address: string): { row: number; column: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(address.slice(at));
  const known = column > 0 && column <= mostColumns && Number.isInteger(row) && row > 0 && row <= mostRows;
  return known ? { row, column: column - 1 } : undefined;
}

const mostColumns = 16_384;
const mostRows = 1_048_576;

/** The corners of an area such as `A1:C3`. */
export function readArea(area: string) {
  const [first, last = first] = area.split(':').map(readAddress);
  return first && last && { first, last };
}
