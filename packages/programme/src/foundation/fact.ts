/** What a fact is about. The revision of a record is the position of its last fact. */
export interface RecordName {
  readonly kind: string;
  readonly id: string;
}

/** Something that happened, before it has a place in the ledger. `erasable` names the members that may be personal. */
export interface Fact {
  readonly type: string;
  readonly version: number;
  readonly record: RecordName;
  readonly data: object;
  readonly erasable: readonly string[];
}

/** A fact with its place. Members listed in `redacted` were lawfully erased and are absent from `data`. */
export interface RecordedFact<D = unknown> extends Omit<Fact, 'data' | 'erasable'> {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly via: string;
  readonly batch: string;
  readonly operation: string;
  readonly data: D;
  readonly redacted: readonly string[];
}

export interface FactType<D extends object> extends Omit<Fact, 'data' | 'record'> {
  readonly of: (record: RecordName, data: D) => Fact;
}

/** Names a type of fact, the version of its data and which members may be personal (sealed as commitments). */
export function factType<D extends object>(
  type: string,
  version: number,
  erasable: readonly (keyof D & string)[],
): FactType<D> {
  return {
    type,
    version,
    erasable,
    of: (record, data) => {
      const present = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
      return { type, version, record, data: present, erasable: erasable.filter((name) => name in present) };
    },
  };
}

/** What one type of fact does to a state. */
export interface Evolver<S> {
  readonly type: string;
  readonly evolve: (state: S, fact: RecordedFact) => S;
}

export function on<S, D extends object>(
  factOf: FactType<D>,
  evolve: (state: S, fact: RecordedFact<D>) => S,
): Evolver<S> {
  return { type: factOf.type, evolve: evolve as Evolver<S>['evolve'] };
}

/** One record as the key of a map: `kind/id`. */
export function recordKey(record: RecordName): string {
  return `${record.kind}/${record.id}`;
}
