import type { Ask } from './server.ts';

/** Creates an organisation and answers its id. */
export async function createOrganisation(ask: Ask, name = 'Havelmark'): Promise<string> {
  const created = await ask('POST', '/api/v1/organisations', { name, zone: 'Europe/Brussels' });
  if (created.status !== 201) throw new Error(created.text);
  return created.body.organisation;
}

/** Speaks about one organisation: addresses below it. */
export function within(ask: Ask, organisation: string): Ask {
  return (method, path, ...rest) => ask(method, `/api/v1/organisations/${organisation}${path}`, ...rest);
}

/** Sends a file and answers its hash. */
export async function sendFile(inside: Ask, name: string, content: string | Uint8Array): Promise<string> {
  const sent = await inside('POST', `/files?name=${encodeURIComponent(name)}`, content, {
    'content-type': 'application/octet-stream',
  });
  if (sent.status !== 200) throw new Error(sent.text);
  return sent.body.hash;
}

/** A control with evidence of a file, claimed and confirmed for one requirement, and a decision about it. */
export async function fillProgramme(inside: Ask): Promise<void> {
  const done = async (method: string, path: string, body: object, headers = {}) => {
    const answer = await inside(method, path, body, headers);
    if (answer.status > 201) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  };
  await done('PUT', '/frameworks/iso27001-2022/adoption', {});
  for (const other of ['nist-csf-2.0', 'nis2-directive'])
    await done('PUT', `/frameworks/${other}/adoption`, {});
  await done('POST', '/controls', {
    code: 'AC-01',
    name: 'Access reviews',
    frequency: 'quarterly',
    implementation: 'operating',
  });
  const claim = await done('POST', '/claims', {
    controls: ['AC-01'],
    framework: 'iso27001-2022',
    requirement: 'A.5.15',
  });
  await done('POST', `/claims/${claim.id}/confirmation`, {});
  const file = await sendFile(inside, 'review.txt', 'reviewed all accounts');
  await done('POST', '/evidence', { controls: ['AC-01'], outcome: 'works', title: 'Review of March', file });
  await done('PUT', '/applicability/iso27001-2022/A.5.15', {
    applicable: true,
    reasons: [{ kind: 'risk', text: 'accounts' }],
  });
}
