import type { Finding, Line } from '../statement/line.ts';

/** What mends a finding: the decision is opened (perhaps already including it), an action is added, or one looks. */
export type Mend = 'edit' | 'include' | 'action' | 'complete-action' | 'proof' | 'control';

interface Mending {
  readonly mend: Mend;
  /** Key of the words. */
  readonly says: string;
}

const edits: Readonly<Record<string, string>> = {
  'SOA-01': 'mend-decide',
  'SOA-02': 'mend-reason',
  'SOA-03': 'mend-why-not',
  'SOA-08': 'mend-obligation',
  'SOA-09': 'mend-say-more',
};

/** The deed that is offered beside a finding. */
export function mendOf(
  { id }: Pick<Finding, 'id'>,
  line: Pick<Line, 'actions' | 'isOwn' | 'controls'>,
): Mending {
  const edit = edits[id];
  if (edit) return { mend: 'edit', says: edit };
  if (id === 'SOA-06') {
    return line.actions.length > 0
      ? { mend: 'complete-action', says: 'mend-complete' }
      : { mend: 'action', says: 'mend-action' };
  }
  if (id === 'SOA-13' || line.isOwn)
    return { mend: 'control', says: id === 'SOA-13' ? 'mend-control' : 'mend-show' };
  return id === 'SOA-07' ? { mend: 'proof', says: 'mend-show' } : { mend: 'include', says: 'mend-include' };
}
