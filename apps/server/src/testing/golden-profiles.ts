import { profileForm } from '@concord/catalog';
import { sendFile } from './programme.ts';
import type { Ask } from './server.ts';

type Say = (
  ask: Ask,
  method: string,
  path: string,
  body: object,
  headers?: Record<string, string>,
) => Promise<Record<string, unknown>>;

const star = { 'if-match': '*' };

/** What is said of a profile besides its targets, and a workbook that was taken in. */
export async function tellProfiles(inside: Ask, say: Say): Promise<void> {
  const { id } = await say(inside, 'POST', '/profiles', {
    name: 'Potsdam office',
    framework: 'nist-csf-2.0',
    assumptions: 'Twelve people, no production systems',
  });
  const profile = `/profiles/${id}`;
  await say(inside, 'PATCH', profile, { name: 'Potsdam', assumptions: null }, star);
  const tiers = { governanceCurrent: 2, governanceTarget: 3, managementCurrent: 1, managementTarget: 3 };
  await say(inside, 'PATCH', `${profile}/tiers`, { ...tiers, rationale: 'Customers expect it' }, star);
  const levels = ['None', 'Begun', 'Done', 'Measured'].map((label, value) => ({ value, label }));
  await say(inside, 'PUT', `${profile}/scale`, { levels }, star);
  const scores = `${profile}/scores/PR.AA-05`;
  await say(inside, 'POST', scores, {
    policy: 3,
    practice: 1,
    rationale: 'Ten of 25 accounts lacked a reason',
  });
  await say(inside, 'POST', scores, { score: null, rationale: 'The sample was too small' });
  await say(inside, 'PATCH', `${profile}/outcomes/PR.AA-05`, {
    included: true,
    rationale: 'Customer data lies here',
    priority: 'high',
    status: 'Reviews are held, removals are late',
    considerations: 'The works council has a say',
  });
  const wanted = {
    priority: 'medium',
    tier: 3,
    score: 2,
    policies: 'One rule for all sites',
    notes: 'See Kraków',
  };
  await say(inside, 'PUT', `${profile}/targets/PR.AA-05`, wanted);
  const raised = await say(inside, 'PUT', `${profile}/targets/PR.AA-05`, { ...wanted, tier: 4 }, star);
  await say(inside, 'POST', `/ledger/entries/${raised.position}/undo`, { reason: 'Nobody agreed' });
  const noted = await say(
    inside,
    'PATCH',
    `${profile}/outcomes/PR.AA-05`,
    { notes: 'Meant for another' },
    star,
  );
  await say(inside, 'POST', `/ledger/entries/${noted.position}/undo`, {});
  await tellWorkbook(inside, say, String(id));
  await say(inside, 'POST', `${profile}/retirement`, { reason: 'The office was closed' }, star);
}

async function tellWorkbook(inside: Ask, say: Say, profile: string): Promise<void> {
  const { columns } = profileForm();
  const cells: Readonly<Record<string, string>> = {
    outcome: 'PR.AA-01',
    included: 'Yes',
    targetPriority: 'Very high (board)',
    targetTier: 'Tier 3',
  };
  const line = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join(',');
  const rows = [columns.map(({ heading }) => heading), columns.map(({ member }) => cells[member] ?? '')];
  const file = await sendFile(inside, 'profile.csv', `${rows.map(line).join('\r\n')}\r\n`);
  await say(inside, 'POST', `/imports/profiles/${profile}`, { file });
  await say(inside, 'POST', `/imports/targets/${profile}`, { file, replace: true });
}
