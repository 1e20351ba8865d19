import type { Ask } from './server.ts';

type Say = (
  ask: Ask,
  method: string,
  path: string,
  body: object,
  headers?: Record<string, string>,
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
) => Promise<any>;

/** How requirements lie to each other by the organisation's own reading: confirmed, changed, withdrawn, and how far. */
export async function tellRelations(inside: Ask, say: Say): Promise<void> {
  const why = { rationaleKind: 'semantic', rationale: 'Both ask for rules, rights and their review' };
  const kept = await say(inside, 'POST', '/relations', {
    from: ['iso27001-2022/A.5.15', 'iso27001-2022/A.5.18'],
    to: 'nist-csf-2.0/PR.AA-05',
    relation: 'INT',
    ...why,
  });
  const star = { 'if-match': '*' };
  await say(inside, 'PATCH', `/relations/${kept.id}`, { relation: 'SUP', confidence: 'high' }, star);
  await say(inside, 'POST', `/relations/${kept.id}/confirmation`, {});
  const left = await say(inside, 'POST', '/relations', {
    from: ['nist-csf-2.0/PR.AA-05'],
    to: 'nis2-directive/21(2)(i)',
    relation: 'EQ',
    ...why,
  });
  await say(inside, 'POST', `/relations/${left.id}/withdrawal`, { reason: 'The law asks for assets too' });
  const slip = await say(inside, 'POST', '/relations', {
    from: ['nist-csf-2.0/PR.AA-05'],
    to: 'nis2-directive/21(2)(a)',
    relation: 'EQ',
    ...why,
  });
  await say(inside, 'POST', `/ledger/entries/${slip.position}/undo`, {});
  await say(inside, 'PUT', '/relation-limit', { hops: 2, reason: 'Our three frameworks are read together' });
}
