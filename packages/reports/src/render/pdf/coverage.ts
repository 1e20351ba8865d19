/** Whether a character has a letter in one of these fonts (TrueType), as their own tables say. */
export function coverageOf(fonts: readonly Uint8Array[]): (character: string) => boolean {
  const covered = new Set(fonts.flatMap((font) => [...charactersIn(font)]));
  return (character) => covered.has(character.codePointAt(0) ?? 0);
}

/** The code points that the table `cmap` leads to a glyph. */
function* charactersIn(font: Uint8Array): Generator<number, void> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = placeOf(view, 'cmap');
  const places = Array.from(
    { length: view.getUint16(table + 2) },
    (_, at) => table + view.getUint32(table + 8 + 8 * at),
  );
  for (const place of new Set(places)) {
    const format = view.getUint16(place);
    if (format === 4) yield* inSegments(view, place);
    if (format === 12) yield* inGroups(view, place);
  }
}

function placeOf(view: DataView, wanted: string): number {
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    const tag = [0, 1, 2, 3].map((nth) => String.fromCharCode(view.getUint8(at + nth))).join('');
    if (tag === wanted) return view.getUint32(at + 8);
  }
  throw new Error(`This font has no table ${wanted}.`);
}

/** Format 4: segments of the first 65,536 characters, in four lists under each other. */
function* inSegments(view: DataView, place: number): Generator<number, void> {
  const length = view.getUint16(place + 6);
  const [ends, starts] = [place + 14, place + 16 + length];
  const [deltas, offsets] = [starts + length, starts + 2 * length];
  for (let at = 0; at < length; at += 2) {
    const [start, end] = [view.getUint16(starts + at), view.getUint16(ends + at)];
    const [delta, offset] = [view.getUint16(deltas + at), view.getUint16(offsets + at)];
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const listed = offset === 0 ? code : view.getUint16(offsets + at + offset + 2 * (code - start));
      if ((offset !== 0 && listed === 0) || ((listed + delta) & 0xffff) === 0) continue;
      yield code;
    }
  }
}

/** Format 12: groups of characters that stand one after another. */
function* inGroups(view: DataView, place: number): Generator<number, void> {
  const count = view.getUint32(place + 12);
  for (let at = place + 16; at < place + 16 + 12 * count; at += 12)
    for (let code = view.getUint32(at); code <= view.getUint32(at + 4); code += 1) yield code;
}
