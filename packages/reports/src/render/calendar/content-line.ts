const mostOctets = 75;

/** RFC 5545, 3.3.11: a text in one value; what a line cannot hold is written out, other control characters are left out. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/**
 * RFC 5545, 3.1: a line of at most 75 octets, continued after a break and a space. No character is torn: it is counted by
 * its octets in UTF-8.
 */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > mostOctets) {
      parts.push(part);
      // The space at the beginning of what is continued is one of its octets.
      [part, octets] = ['', 1];
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
