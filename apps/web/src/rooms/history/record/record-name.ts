/** A record of the ledger. */
export interface RecordName {
  readonly kind: string;
  readonly id: string;
}

/** Reads `kind/id` of an address; an id may hold further strokes. */
export function recordIn(said: string | undefined): RecordName | undefined {
  const [, kind, id] = /^([a-z-]{1,50})\/(.{1,300})$/.exec(said ?? '') ?? [];
  return kind === undefined || id === undefined ? undefined : { kind, id };
}

/** How a value of an entry is written out: text as it is, all else as JSON. */
export function writeValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 1);
}
