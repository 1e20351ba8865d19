import { sendFile } from './programme.ts';
import type { Ask } from './server.ts';

type Say = (
  ask: Ask,
  method: string,
  path: string,
  body: object,
  headers?: Record<string, string>,
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
) => Promise<any>;

const star = { 'if-match': '*' };

interface Ground {
  readonly scope: string;
  readonly person: string;
}

/** The registers: context, legal entities, documents, and the one list of actions. */
export async function tellRegisters(inside: Ask, say: Say, ground: Ground): Promise<void> {
  const obligation = await tellContext(inside, say, ground);
  await tellEntities(inside, say, ground);
  const document = await tellDocuments(inside, say, ground);
  await tellActions(inside, say, { ...ground, obligation, document });
}

async function tellContext(inside: Ask, say: Say, { scope, person }: Ground): Promise<string> {
  const party = await say(inside, 'POST', '/parties', {
    kind: 'authority',
    name: 'Bundesamt für Sicherheit',
    asks: 'Word of every significant incident',
  });
  await say(inside, 'PATCH', `/parties/${party.id}`, { owner: person, reviewOn: '2027-01-31' }, star);
  const former = await say(inside, 'POST', '/parties', {
    kind: 'insurer',
    name: 'Alte Kasse',
    asks: 'Tests',
  });
  const lapsed = { reason: 'Policy lapsed' };
  const ended = await say(inside, 'POST', `/parties/${former.id}/end`, lapsed, star);
  await say(inside, 'POST', `/ledger/entries/${ended.position}/undo`, { reason: 'Prolonged after all' });
  await say(inside, 'POST', `/parties/${former.id}/end`, lapsed, star);
  const slip = await say(inside, 'POST', '/parties', { kind: 'customer', name: 'Nobody', asks: 'Nothing' });
  await say(inside, 'POST', `/ledger/entries/${slip.position}/undo`, { reason: 'There is no such customer' });
  const law = await say(inside, 'POST', '/obligations', {
    kind: 'legal',
    title: 'Reporting of incidents',
    reference: 'Article 23',
    asks: 'An early warning within 24 hours',
    party: party.id,
    requirements: [{ framework: 'iso27001-2022', requirement: 'A.5.24' }],
    owner: person,
    reviewOn: '2027-01-31',
    scope,
  });
  await say(inside, 'PATCH', `/obligations/${law.id}`, { reference: 'Article 23(4)', owner: null }, star);
  const contract = await say(inside, 'POST', '/obligations', {
    kind: 'contractual',
    title: 'Hosting contract 17',
    asks: 'Answers within four hours',
  });
  await say(inside, 'POST', `/obligations/${contract.id}/end`, { effective: '2026-05-31' }, star);
  const issue = await say(inside, 'POST', '/issues', {
    kind: 'external',
    title: 'Hot summers',
    effect: 'Cooling fails more often',
    climate: true,
  });
  await say(inside, 'PATCH', `/issues/${issue.id}`, { relevant: false, reviewOn: '2027-06-30' }, star);
  await say(inside, 'POST', `/issues/${issue.id}/end`, { reason: 'Moved to the Baltic coast' }, star);
  await say(inside, 'PATCH', `/scopes/${scope}/statement`, {
    statement: 'Managed services from Potsdam and Kraków',
    boundaries: 'Both buildings and the two data halls',
    developsSoftware: false,
    suppliers: true,
    owner: person,
  });
  await say(inside, 'PATCH', `/scopes/${scope}/statement`, { exclusions: 'The canteen', cloud: true }, star);
  return law.id;
}

async function tellEntities(inside: Ask, say: Say, { person }: Ground): Promise<void> {
  const entity = await say(inside, 'POST', '/entities', {
    name: 'Havelmark Managed Services GmbH',
    activities: ['I.9.1', 'I.8.5'],
    alone: { persons: 180, turnover: 31_000_000, balance: 22_500_000 },
    group: { persons: 412.5 },
    earlier: { alone: { persons: 171 } },
    linked: true,
    establishedIn: ['DE', 'PL'],
    servesIn: ['DE'],
    designations: ['dora-financial-entity'],
    period: '2025',
  });
  await say(
    inside,
    'PATCH',
    `/entities/${entity.id}`,
    { designations: [], independentSystems: true, earlier: null, owner: person },
    star,
  );
  const former = await say(inside, 'POST', '/entities', { name: 'Havelmark Netz e. K.' });
  await say(inside, 'POST', `/entities/${former.id}/end`, { reason: 'Merged' }, star);
}

async function tellDocuments(inside: Ask, say: Say, { scope, person }: Ground): Promise<string> {
  const policy = await say(inside, 'POST', '/documents', {
    title: 'Information security policy',
    meets: [{ framework: 'iso27001-2022', need: 'DOC-02' }],
    version: '1.0',
    file: await sendFile(inside, 'policy.txt', 'We keep what we are trusted with.\n'),
    owner: person,
    scope,
  });
  await say(
    inside,
    'POST',
    `/documents/${policy.id}/approval`,
    { effective: '2026-05-20', reviewOn: '2027-05-20' },
    star,
  );
  await say(
    inside,
    'PATCH',
    `/documents/${policy.id}`,
    { version: '1.1', link: 'https://example.org/policy', owner: null },
    star,
  );
  const renamed = await say(inside, 'PATCH', `/documents/${policy.id}`, { version: '1.2' }, star);
  await say(inside, 'POST', `/ledger/entries/${renamed.position}/undo`, {});
  await say(inside, 'POST', `/documents/${policy.id}/approval`, { approver: person }, star);
  const minutes = await say(inside, 'POST', '/documents', { title: 'Minutes of 2024', kind: 'record' });
  await say(inside, 'POST', `/documents/${minutes.id}/retirement`, { reason: 'Kept long enough' }, star);
  return policy.id;
}

async function tellActions(
  inside: Ask,
  say: Say,
  { person, obligation, document }: Ground & { obligation: string; document: string },
): Promise<void> {
  const action = await say(inside, 'POST', '/actions', {
    title: 'Write down who reports',
    what: 'A duty list for nights',
    owner: person,
    due: '2026-09-30',
    priority: 'high',
    resources: 'Two days',
    closes: [
      { kind: 'obligation', id: obligation },
      { kind: 'requirement', id: 'iso27001-2022/A.5.24' },
    ],
  });
  await say(inside, 'PATCH', `/actions/${action.id}`, { due: '2026-10-31', resources: null }, star);
  await say(inside, 'POST', `/actions/${action.id}/closing`, {
    result: 'List stands',
    effective: '2026-06-01',
  });
  await say(inside, 'POST', `/actions/${action.id}/reopening`, { reason: 'Nobody for Sundays' }, star);
  const { records } = await say(inside, 'POST', '/actions/many', {
    actions: [
      { title: 'Review the policy', closes: [{ kind: 'document', id: document }], due: '2027-05-20' },
      { title: 'Buy a second generator', priority: 'low', openedOn: '2026-05-01' },
    ],
  });
  await say(inside, 'POST', `/actions/${records[1].id}/closing`, {
    result: 'Rented instead',
    status: 'dropped',
  });
}
