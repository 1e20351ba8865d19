/** Where a thing of the drawing lies, in pixels of the drawing. */
export interface Anchor {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

export type Anchors = ReadonlyMap<string, Anchor>;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the end of one thing to the start of the next; undefined while either has no place. */
export function pathBetween(
  anchors: Anchors,
  link: { readonly from: string; readonly to: string },
): { readonly source: Point; readonly target: Point; readonly middle: Point } | undefined {
  const from = anchors.get(link.from);
  const to = anchors.get(link.to);
  if (!from || !to || to.left <= from.right) return undefined;
  const source = { x: from.right, y: from.middle };
  const target = { x: to.left, y: to.middle };
  return { source, target, middle: { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 } };
}
