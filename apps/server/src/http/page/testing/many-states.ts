import { createOrganisation, within } from '../../../testing/programme.ts';
import type { Ask } from '../../../testing/server.ts';

/** The day on which `fillManyStates` puts each requirement into another state. */
export const day = new Date('2026-11-24T09:10:00.000Z');

const iso = 'iso27001-2022';
const csf = 'nist-csf-2.0';
const nis = 'nis2-directive';

const controls = [
  ['AC-01', 'Access rights are reviewed each quarter', 'quarterly', 'operating'],
  ['AC-02', 'Access ends on the day of leaving', 'monthly', 'operating'],
  ['AC-03', 'Strong authentication for administrators', 'monthly', 'operating'],
  ['BC-01', 'Backups are restored for practice', 'half-yearly', 'operating'],
  ['IR-01', 'Incidents are reported within a day', 'annual', 'operating'],
  ['LG-01', 'Logs are kept and watched', 'weekly', 'partly'],
  ['CR-01', 'Keys are registered and rotated', 'annual', 'planned'],
] as const;

/** Control, day of collection, outcome. On `day`: fresh, due, stale, failed, fresh; none for the last two. */
const evidence = [
  ['AC-01', '2026-11-02', 'works', 'Access review, third quarter'],
  ['AC-02', '2026-10-20', 'works', 'Leavers against accounts'],
  ['AC-03', '2026-07-01', 'works', 'Sign-in settings'],
  ['BC-01', '2026-11-10', 'fails', 'Restore of cluster 3'],
  ['IR-01', '2026-05-04', 'works', 'Exercise with the reporting desk'],
] as const;

const claims = [
  [['AC-01'], iso, 'A.5.18', 'meets'],
  [['AC-01'], csf, 'PR.AA-05', 'meets'],
  [['AC-01', 'AC-02'], nis, '21(2)(i)', 'meets'],
  [['AC-02'], iso, 'A.6.5', 'meets'],
  [['AC-02'], iso, 'A.5.16', 'part'],
  [['AC-03'], iso, 'A.8.5', 'meets'],
  [['AC-03'], csf, 'PR.AA-03', 'meets'],
  [['AC-03'], nis, '21(2)(j)', 'meets'],
  [['BC-01'], iso, 'A.8.13', 'meets'],
  [['BC-01'], csf, 'PR.DS-11', 'meets'],
  [['IR-01'], iso, 'A.5.24', 'meets'],
  [['IR-01'], csf, 'RS.CO-02', 'meets'],
  [['IR-01'], nis, '23(4)(a)', 'meets'],
  [['LG-01'], iso, 'A.8.15', 'meets'],
  [['CR-01'], iso, 'A.8.24', 'meets'],
  [['CR-01'], nis, '21(2)(h)', 'meets'],
] as const;

const decisions = [
  [
    'A.5.18',
    {
      applicable: true,
      reasons: [
        { kind: 'risk', text: 'R-017, forgotten accounts' },
        { kind: 'law', text: 'NIS 2 Art. 21(2)(i)' },
      ],
    },
  ],
  ['A.8.5', { applicable: true, reasons: [{ kind: 'risk', text: 'R-003, stolen passwords' }] }],
  ['A.8.13', { applicable: true, reasons: [{ kind: 'contract', text: 'Restore within 8 hours' }] }],
  ['A.8.24', { applicable: true, reasons: [{ kind: 'business', text: 'Customers send keys' }] }],
  [
    'A.7.11',
    {
      applicable: false,
      exclusionReason: 'Both sites are rented with supplies; the landlord answers for them (T-12).',
    },
  ],
  ['A.8.30', { applicable: false, exclusionReason: 'Nothing is developed outside.' }],
] as const;

const judgements = [
  ['A.5.1', 'met', 'Read the policy and its approval'],
  ['A.5.2', 'partly', 'Two roles have no deputy'],
  ['A.5.3', 'not-met', 'One person orders, approves and pays'],
  ['A.5.24', 'not-met', 'No plan was to be had on the day'],
] as const;

export interface Filled {
  readonly organisation: string;
  readonly profile: string;
}

/** An organisation with its requirements in all the states there are, through the commands of the interface. */
export async function fillManyStates(ask: Ask, name = 'Havelmark Managed Services GmbH'): Promise<Filled> {
  const organisation = await createOrganisation(ask, name);
  const inside = within(ask, organisation);
  const done = async (method: string, path: string, body: object) => {
    const answer = await inside(method, path, body);
    if (answer.status > 201) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  };
  for (const framework of [iso, csf, nis]) await done('PUT', `/frameworks/${framework}/adoption`, {});
  for (const [code, title, frequency, implementation] of controls) {
    await done('POST', '/controls', {
      code,
      name: title,
      frequency,
      implementation,
      effective: '2026-01-05',
    });
  }
  for (const [control, collectedOn, outcome, title] of evidence) {
    const link = `https://records.example/${control}`;
    await done('POST', '/evidence', { controls: [control], collectedOn, outcome, title, link });
  }
  for (const [on, framework, requirement, contribution] of claims) {
    const claim = await done('POST', '/claims', { controls: on, framework, requirement, contribution });
    await done('POST', `/claims/${claim.id}/confirmation`, {});
  }
  await done('POST', '/claims', { controls: ['LG-01'], framework: iso, requirement: 'A.8.16' });
  for (const [requirement, decision] of decisions)
    await done('PUT', `/applicability/${iso}/${requirement}`, decision);
  for (const [requirement, judgement, reasons] of judgements) {
    await done('POST', `/assessments/${iso}/${requirement}`, {
      judgement,
      reasons,
      assessedOn: '2026-11-03',
    });
  }
  const profile = await done('POST', '/profiles', { name: 'By spring', framework: csf });
  await done('PUT', `/profiles/${profile.id}/targets/PR.AA-03`, {
    tier: 3,
    priority: 'high',
    due: '2027-03-31',
  });
  await done('PUT', `/profiles/${profile.id}/targets/GV.SC-05`, { wanted: false });
  return { organisation, profile: profile.id };
}
