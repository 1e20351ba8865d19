import type { z } from 'zod';
import type { Circumstances, Decision } from './decision.ts';
import type { RecordedFact, RecordName } from './fact.ts';

/**
 * One command, stated once: route, permission, input, guard and rule. Members of `input` that occur in `path` come
 * from the address, the others from the body. `guards` names the record whose revision the caller must know.
 */
export interface Command<S = never, Asked = never, Input = Asked> {
  /** As typed on the command line, e.g. `things add`. */
  readonly name: string;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1/organisations/{organisation}`. */
  readonly path: string;
  readonly permission: string;
  /** Rights that are needed besides, where they depend on what is asked; `input` as the rule takes it. */
  readonly needs?: (input: Input, actor: string) => readonly string[];
  readonly summary: string;
  readonly input: z.ZodType<Asked>;
  readonly guards?: (state: S, asked: Asked) => RecordName | undefined;
  /**
   * Of a row that says its record as a whole: what a fact says, as the members of the input that stand in the body, but
   * those of this one command alone (its day). Two such changes can be laid beside each other by it, member by member.
   */
  readonly readsBack?: (fact: RecordedFact) => Readonly<Record<string, unknown>> | undefined;
  /** What the server does with the input before the rule runs: keep names or files, read a file, look something up. */
  readonly intake?: 'person' | 'people' | 'file' | 'erasure' | 'document' | 'batch' | 'publication';
  /**
   * What the server does with keys after the append: makes one and shows it once, one that opens a shared calendar alone,
   * or takes away all there were.
   */
  readonly key?: 'made' | 'shared' | 'taken';
  readonly rule: (state: S, input: Input, circumstances: Circumstances) => Decision;
}

/** Keeps the input's type between schema, guard and rule, then forgets it for the list of rows. */
export function command<S, Asked, Input = Asked>(row: Command<S, Asked, Input>): Command<S> {
  return row as unknown as Command<S>;
}
