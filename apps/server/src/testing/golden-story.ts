import { createHash } from 'node:crypto';
import { type Programme, toPlain } from '@concord/programme';
import { tellCalendar } from './golden-calendar.ts';
import { tellLibrary } from './golden-library.ts';
import { tellPoints } from './golden-points.ts';
import { tellProfiles } from './golden-profiles.ts';
import { tellPublication } from './golden-publication.ts';
import { tellRegisters } from './golden-registers.ts';
import { tellRelations } from './golden-relations.ts';
import { sendFile, within } from './programme.ts';
import type { Ask } from './server.ts';

/** Every type of fact there is, told once: what a golden ledger is made of. `day` moves the server's clock. */
export async function tellGoldenStory(ask: Ask, day: (date: string) => void): Promise<string> {
  day('2026-01-12');
  const created = await say(ask, 'POST', '/api/v1/organisations', {
    name: 'Havelmark Managed Services GmbH',
    zone: 'Europe/Berlin',
  });
  const organisation = created.organisation as string;
  const inside = within(ask, organisation);
  const scope = (
    await say(inside, 'POST', '/scopes', {
      name: 'Managed services',
      statement: 'Potsdam and Kraków, and the platforms they run',
    })
  ).id;
  const person = (
    await say(inside, 'POST', '/people', {
      name: 'Tomasz Nowak',
      mail: 'tomasz@example.org',
      role: 'control_owner',
      until: '2028-12-31',
    })
  ).id;
  await say(inside, 'PUT', '/frameworks/iso27001-2022/adoption', { scope });
  for (const other of ['nist-csf-2.0', 'nis2-directive', 'nis2-2024-2690'])
    await say(inside, 'PUT', `/frameworks/${other}/adoption`, {});
  await tellControls(inside, { scope, person });
  day('2026-04-20');
  await tellEvidence(inside, scope);
  day('2026-06-01');
  await tellDecisions(inside, scope);
  await tellLibrary(inside, say);
  await tellRegisters(inside, say, { scope, person });
  await tellPoints(inside, say, { person });
  await tellProfiles(inside, say);
  await tellPublication(inside, say, { person });
  await tellCalendar(inside, say);
  await tellRelations(inside, say);
  const renamed = { name: 'Havelmark Managed Services SE', zone: 'Europe/Warsaw' };
  await say(inside, 'PATCH', '', renamed, { 'if-match': '*' });
  return organisation;
}

async function tellControls(
  inside: Ask,
  { scope, person }: { scope: string; person: string },
): Promise<void> {
  await say(inside, 'POST', '/controls', {
    code: 'AC-01',
    name: 'Access reviews',
    statement: 'Owners review every account each quarter.',
    owner: person,
    frequency: 'quarterly',
    implementation: 'operating',
    effective: '2025-10-01',
  });
  await say(inside, 'POST', '/controls', {
    code: 'AC-02',
    name: 'Zugänge für Lieferanten 🔑',
    frequency: 'monthly',
    scopes: [scope],
    condition: 'Suppliers have access',
    conditionHolds: true,
  });
  await say(inside, 'POST', '/controls', {
    code: 'BC-01',
    name: 'Restore test',
    frequency: 'annual',
    implementation: 'partly',
    design: 'draft',
  });
  await say(
    inside,
    'PATCH',
    '/controls/BC-01',
    { design: 'accepted', statement: 'One system is restored a year.' },
    { 'if-match': '*' },
  );
  await say(
    inside,
    'PATCH',
    '/controls/AC-02',
    { implementation: 'operating', effective: '2026-01-05', condition: null },
    { 'if-match': '*' },
  );
  await say(inside, 'POST', '/controls', { code: 'OLD-1', name: 'Fax rules' });
  await say(inside, 'POST', '/controls/OLD-1/retirement', { reason: 'No fax is left' }, { 'if-match': '*' });
  const alone = await say(inside, 'POST', '/claims', {
    controls: ['AC-01'],
    framework: 'iso27001-2022',
    requirement: 'A.5.15',
    rationale: 'Rules and their review',
  });
  await say(inside, 'POST', `/claims/${alone.id}/confirmation`, {});
  const joint = await say(inside, 'POST', '/claims', {
    controls: ['AC-01', 'AC-02'],
    framework: 'nist-csf-2.0',
    requirement: 'PR.AA-05',
  });
  await say(inside, 'POST', `/claims/${joint.id}/confirmation`, {});
  const refused = await say(inside, 'POST', '/claims', {
    controls: ['BC-01'],
    framework: 'nis2-directive',
    requirement: '21(2)(c)',
    contribution: 'part',
    confidence: 'low',
  });
  await say(inside, 'POST', `/claims/${refused.id}/withdrawal`, { reason: 'One test a year is not enough' });
}

async function tellEvidence(inside: Ask, scope: string): Promise<void> {
  const file = await sendFile(inside, 'review.txt', 'reviewed all accounts\n');
  const first = await say(inside, 'POST', '/evidence', {
    controls: ['AC-01', 'AC-02'],
    outcome: 'works',
    title: 'Review of March',
    file,
    collectedOn: '2026-03-31',
    coversFrom: '2026-01-01',
    coversTo: '2026-03-31',
  });
  await say(inside, 'POST', `/evidence/${first.id}/assignments`, { controls: ['BC-01'] });
  await say(inside, 'POST', '/evidence', {
    controls: ['AC-01'],
    outcome: 'works',
    title: 'Review of April',
    link: 'https://example.org/review',
    versionOf: first.id,
    validUntil: '2026-09-30',
  });
  await say(inside, 'POST', '/evidence', {
    controls: ['BC-01'],
    outcome: 'fails',
    title: 'Restore did not finish',
    record: `scope/${scope}`,
    scope,
  });
  await say(inside, 'PUT', '/frequencies/monthly', {
    period: 'P45D',
    graceDays: 5,
    reason: 'Reports come every six weeks',
    effective: '2026-04-01',
  });
  await tellCollectors(inside);
  const personal = await say(inside, 'POST', '/evidence', {
    controls: ['AC-02'],
    outcome: 'neutral',
    title: 'Mail of A. Beispiel',
    link: 'https://example.org/mail',
  });
  await say(inside, 'POST', `/ledger/entries/${personal.revision}/erasure`, {
    members: ['title'],
    reason: 'A request under data-protection law',
  });
}

async function tellCollectors(inside: Ask): Promise<void> {
  const star = { 'if-match': '*' };
  const { id } = await say(inside, 'POST', '/collectors', {
    name: 'Backup monitor',
    controls: ['AC-01'],
    until: '2026-12-31',
  });
  await say(inside, 'POST', `/collectors/${id}/key`, { until: '2027-06-30' }, star);
  const retired = await say(inside, 'POST', '/collectors', { name: 'Old scanner', until: '2027-01-31' });
  await say(inside, 'POST', `/collectors/${retired.id}/end`, { reason: 'Switched off' }, star);
}

async function tellDecisions(inside: Ask, scope: string): Promise<void> {
  const reasons = [
    { kind: 'law', text: 'NIS 2, Article 21(2)(i)' },
    { kind: 'risk', text: 'Former staff keep access' },
  ];
  await say(inside, 'PUT', '/applicability/iso27001-2022/A.5.15', { applicable: true, reasons });
  await say(inside, 'PUT', '/applicability/iso27001-2022/A.7.9', {
    applicable: false,
    exclusionReason: 'Nothing leaves the premises',
  });
  await say(
    inside,
    'PUT',
    '/applicability/iso27001-2022/A.7.9',
    { applicable: true, reasons: reasons.slice(1), effective: '2026-05-15' },
    { 'if-match': '*' },
  );
  await say(inside, 'POST', '/assessments/iso27001-2022/A.5.16', {
    judgement: 'met',
    reasons: 'Sampled 25 accounts',
    assessedOn: '2026-05-20',
  });
  await say(inside, 'POST', '/assessments/nis2-directive/20(2)', {
    judgement: 'not-met',
    reasons: 'No training was held',
  });
  const profile = (
    await say(inside, 'POST', '/profiles', { name: 'Target 2027', framework: 'nist-csf-2.0', scope })
  ).id;
  await say(inside, 'PUT', `/profiles/${profile}/targets/PR.AA-05`, {
    priority: 'high',
    tier: 3,
    due: '2027-03-31',
    rationale: 'Customers ask for it',
  });
}

async function say(
  ask: Ask,
  method: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
) {
  const answer = await ask(method, path, body, headers);
  if (answer.status > 201) throw new Error(`${method} ${path}: ${answer.text}`);
  return answer.body;
}

/** SHA-256 of a programme's state; tables have no order, so they are put in one. */
export function hashState(programme: Programme): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(toPlain(programme))))
    .digest('hex');
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  if ('#table' in value) return { '#table': byKey(value['#table'] as [string, unknown][]) };
  return Object.fromEntries(byKey(Object.entries(value)));
}

function byKey(entries: readonly [string, unknown][]): [string, unknown][] {
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([key, each]): [string, unknown] => [key, inOrder(each)]);
}
