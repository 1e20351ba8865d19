import { actionQueries } from './action-queries.ts';
import { contextQueries } from './context-queries.ts';
import { documentQueries } from './document-queries.ts';
import { entityQueries } from './entity-queries.ts';

/** The registers: context, actions, legal entities and documented information. */
export const registerQueries = [...contextQueries, ...actionQueries, ...entityQueries, ...documentQueries];
