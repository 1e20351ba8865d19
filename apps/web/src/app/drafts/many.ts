/**
 * A short name for many records at once, whatever their order, so that what is typed of them is offered for the same ones
 * only: how many they are, the first and the last, and the sum over all of them (FNV-1a, 32 bits).
 */
export function namedTogether(ids: readonly string[]): string {
  const sorted = [...ids].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  return `${ids.length} together ${first} ${last} ${sumOver(sorted.join('\n')).toString(36)}`;
}

function sumOver(text: string): number {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
