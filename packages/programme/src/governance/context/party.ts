import { refuseReferences } from '../references/index.ts';
import { register } from '../registers/index.ts';

/** Clause 4.2 a and b: who is interested, and what they ask. What is owed to one that ends stays: it ends by itself. */
export const parties = register({
  table: 'parties',
  kind: 'party',
  facts: ['PartyAdded', 'PartyChanged', 'PartyEnded'],
  texts: ['name', 'asks'],
  same: ['kind', 'name'],
  refuse: refuseReferences,
});
