import {
  type Circumstances,
  type Evolver,
  factType,
  localDate,
  on,
  type RecordedFact,
  type Refusal,
  refuse,
  text,
} from '../../foundation/index.ts';
import type { Registers } from './registers.ts';

/** What is said when something of a register ends; it stays there as it was. */
export interface EndedData {
  endedOn: string;
  reason?: string | undefined;
}

export const ending = {
  effective: localDate
    .optional()
    .describe('First day on which it no longer holds; not in the future, today when left out'),
  reason: text(1000).optional().describe('Why'),
};

/** The day from which something holds, today when none is named: what is recorded has happened. */
export function dayReached(
  { effective }: { readonly effective?: string | undefined },
  { today }: Circumstances,
): string | { refusal: Refusal } {
  if (effective === undefined || effective <= today) return effective ?? today;
  return refuse('refused', 'date.future', { date: effective, at: 'effective' });
}

/** Added by a command that was undone: it is as if it had never been. */
export const recordRemoved = factType<object>('RecordRemoved', 1, []);

const registerOf: Readonly<Record<string, Exclude<keyof Registers, 'scopeStatements' | 'publications'>>> = {
  obligation: 'obligations',
  party: 'parties',
  issue: 'issues',
  action: 'actions',
  entity: 'entities',
  document: 'documents',
};

export function removalEvolver<S extends Registers>(): Evolver<S> {
  return on(recordRemoved, (state: S, { record: { kind, id } }: RecordedFact<object>) => {
    const register = registerOf[kind];
    return register === undefined ? state : { ...state, [register]: state[register].delete(id) };
  });
}
