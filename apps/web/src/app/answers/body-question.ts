import { queryOptions } from '@tanstack/react-query';

interface BodyAsked {
  readonly organisation: string;
  /** Name of the row. */
  readonly name: string;
  /** All that is asked, with day, position and language. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly as: 'text' | 'bytes';
}

/**
 * A question that is answered by a document and not by an answer of the row: asked anew when something of the
 * organisation has changed, and broken off when nobody waits for it any more.
 */
export function bodyQuestion<Body>(
  { organisation, name, input, as }: BodyAsked,
  read: (signal: AbortSignal) => Promise<Body>,
) {
  return queryOptions({
    queryKey: ['answer', organisation, name, input, `as ${as}`],
    queryFn: ({ signal }) => read(signal),
  });
}
