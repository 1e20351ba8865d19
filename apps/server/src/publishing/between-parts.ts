/** Lets what waits be answered before work goes on. */
export function betweenParts(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
