import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Figure, timed } from './measure.ts';
import { start } from './program.ts';

/** The built program, as a person starts it: first answer, memory, and the Statement of Applicability as PDF. */
export async function benchDocuments(root: string): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const env = {
    ...process.env,
    CONCORD_DATA: join(directory, 'data'),
    CONCORD_KEY: join(directory, 'key.pem'),
    PORT: '0',
  };
  try {
    const first = await start(root, env);
    await create(first.address);
    await first.stop();
    const later = await start(root, env);
    const report = await reportsAt(later.address);
    const cold = await timed(report);
    const warm: number[] = [];
    for (let at = 0; at < 10; at += 1) warm.push(await timed(report));
    const resident = residentOf(later.pid);
    await later.stop();
    const median = warm.sort((a, b) => a - b)[5] ?? Number.NaN;
    return [
      atMost('first answer on an empty machine', [first.taken, 3000], {
        unit: 'ms',
        how: 'built tree, npm start to the first answer',
      }),
      atMost('first answer later', [later.taken, 1000], { unit: 'ms', how: 'the same with data' }),
      atMost('Statement of Applicability as PDF, first', [cold, 2000], {
        unit: 'ms',
        how: 'over HTTP, the process that sets it not yet started',
      }),
      atMost('Statement of Applicability as PDF, warm', [median, 350], {
        unit: 'ms',
        how: 'over HTTP, median of 10',
      }),
      atMost('resident server', [resident, 220], { unit: 'MB', how: 'VmRSS after the above' }),
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function ask(address: URL, path: string, method = 'GET', body?: object): Promise<Response> {
  const token = address.searchParams.get('token');
  return fetch(`${address.origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

async function create(address: URL): Promise<void> {
  const { organisation } = (await (
    await ask(address, '/organisations', 'POST', { name: 'Bench' })
  ).json()) as { organisation: string };
  await ask(address, `/organisations/${organisation}/frameworks/iso27001-2022/adoption`, 'PUT', {});
}

async function reportsAt(address: URL): Promise<() => Promise<void>> {
  const { rows } = (await (await ask(address, '/organisations')).json()) as { rows: { id: string }[] };
  return async () => {
    const response = await ask(
      address,
      `/organisations/${rows[0]?.id}/reports/statement-of-applicability?format=pdf`,
    );
    if (!response.ok) throw new Error(await response.text());
    await response.arrayBuffer();
  };
}

/** MB that a process holds; NaN where the system does not say. */
export function residentOf(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1000;
  } catch {
    return Number.NaN;
  }
}
