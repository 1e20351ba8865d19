import { refuseReferences } from '../references/index.ts';
import { register } from '../registers/index.ts';

/** Clause 4.1; that climate change was looked at is one issue too, relevant or not (Amendment 1:2024). */
export const issues = register({
  table: 'issues',
  kind: 'issue',
  facts: ['IssueAdded', 'IssueChanged', 'IssueEnded'],
  texts: ['title', 'effect'],
  same: ['kind', 'title'],
  refuse: refuseReferences,
});
