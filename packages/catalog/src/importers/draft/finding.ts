import type { Params } from '../../words.ts';

/** One fault in a sent file: where (a path, or sheet and cell) and its words under `refusal.<code>`. */
export interface ImportFault {
  readonly at: string;
  readonly code: string;
  readonly params: Params;
}

/** Something tolerated or put right while reading, said once with its count; words under `notice.<code>`. */
export interface ImportNotice {
  readonly code: string;
  readonly params: Params;
}

/** What a reader of files found wrong or worth saying, collected so that everything can be told at once. */
export interface Findings {
  fault(at: string, code: string, params?: Params): void;
  /** Notices of one code are counted together; `example` of the first one is kept. */
  notice(code: string, example: string): void;
  readonly faulty: boolean;
  readonly faults: readonly ImportFault[];
  /** Faults beyond those that are listed. */
  readonly more: number;
  notices(): readonly ImportNotice[];
}

/** So many faults are listed; the rest are counted. */
const MOST_FAULTS = 200;

const EXAMPLE_LENGTH = 120;

/** An empty collection of findings for one file. */
export function startFindings(): Findings {
  const faults: ImportFault[] = [];
  const told = new Set<string>();
  const noticed = new Map<string, { count: number; example: string }>();
  let more = 0;
  return {
    fault(at, code, params = {}) {
      // A member that is looked at twice is wrong once.
      const known = `${at}\n${code}\n${JSON.stringify(params)}`;
      if (told.has(known)) return;
      if (told.size < MOST_FAULTS) told.add(known);
      if (faults.length < MOST_FAULTS) faults.push({ at, code, params });
      else more += 1;
    },
    notice(code, example) {
      const known = noticed.get(code);
      if (known === undefined) noticed.set(code, { count: 1, example: example.slice(0, EXAMPLE_LENGTH) });
      else known.count += 1;
    },
    get faulty() {
      return faults.length > 0;
    },
    faults,
    get more() {
      return more;
    },
    notices: () => [...noticed].map(([code, params]) => ({ code, params })),
  };
}
