import { Map as Table } from 'immutable';
import type { Action } from './action.ts';
import type { ContextIssue, InterestedParty, Obligation, ScopeStatement } from './context.ts';
import type { Documented } from './documented.ts';
import type { LegalEntity } from './entity.ts';
import type { Publication } from './publication.ts';

/** What the organisation keeps lists of, each by id; what has ended stays in them. */
export interface Registers {
  readonly obligations: Table<string, Obligation>;
  readonly parties: Table<string, InterestedParty>;
  readonly issues: Table<string, ContextIssue>;
  /** By scope id; the whole organisation may have one too. */
  readonly scopeStatements: Table<string, ScopeStatement>;
  readonly actions: Table<string, Action>;
  readonly entities: Table<string, LegalEntity>;
  readonly documents: Table<string, Documented>;
  readonly publications: Table<string, Publication>;
}

export const emptyRegisters: Registers = {
  obligations: Table(),
  parties: Table(),
  issues: Table(),
  scopeStatements: Table(),
  actions: Table(),
  entities: Table(),
  documents: Table(),
  publications: Table(),
};
