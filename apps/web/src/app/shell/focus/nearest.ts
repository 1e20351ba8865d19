/**
 * What gets the focus when the thing that had it has gone: of those that stood in the same place, the one after it, else
 * the one before it; where the place has nothing left, of the place around it, and so on.
 */
export function nearest<Thing>(
  order: readonly Thing[],
  gone: Thing,
  places: readonly ((thing: Thing) => boolean)[],
): Thing | undefined {
  const at = order.indexOf(gone);
  const near = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at)).reverse()];
  for (const isInside of places) {
    const found = near.find(isInside);
    if (found !== undefined) return found;
  }
  return undefined;
}
