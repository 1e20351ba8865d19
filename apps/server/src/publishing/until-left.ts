/**
 * Parts whose making hears at once when nobody wants them any more. By itself a generator hears of that between two of its
 * parts only, and the next may be long in coming.
 */
export function untilLeft<Part, Told>(
  make: (left: AbortSignal) => AsyncGenerator<Part, Told>,
): AsyncGenerator<Part, Told> {
  const left = new AbortController();
  const parts = make(left.signal);
  const end = parts.return.bind(parts);
  parts.return = (told) => {
    left.abort();
    return end(told);
  };
  return parts;
}
