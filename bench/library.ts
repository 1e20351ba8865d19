import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { atMost, type Figure, quantile, repeat, timed } from './measure.ts';
import { inPlace, prepare, type Running, running } from './organisation.ts';
import { type Client, lightClient } from './program.ts';

const size = { controls: 10_000, claims: 50_000 };
const users = 50;
const askedByEach = 40;

const sorts = ['code', 'name', 'owner', 'implementation', 'freshness', 'freshUntil', 'family'];

/** Ever another question, each with a full page for every reader: filters and sorts as people ask them. */
function question(at: number): string {
  const filters = [
    `text=number ${1 + (at % 9)}`,
    'text=of the library&freshness=fresh',
    'framework=nist-csf-2.0&implementation=operating',
    'text=ordinary&design=accepted&unconfirmed=false',
    `requirement=A.${5 + (at % 4)}&retired=false`,
    'controlType=Preventive&frequency=quarterly',
  ];
  const filter = encodeURI(filters[at % filters.length] ?? '');
  const direction = at % 4 < 2 ? 'ascending' : 'descending';
  return `controls?limit=50&offset=${50 * (at % 2)}&sort=${sorts[at % sorts.length]}&direction=${direction}&${filter}`;
}

interface Measured {
  readonly alone: number[];
  readonly changed: number[];
  readonly counted: number[];
  readonly together: number[];
  readonly bare: number[];
}

/** Filter and sort 10,000 controls: alone, after a change, with counts; and 50 users against the bare page of 50 rows. */
export async function benchLibrary(root: string): Promise<Figure[]> {
  const whole = await measureAs(root, 'isms_manager');
  const own = await measureAs(root, 'control_owner');
  return [...figuresOf(whole, 'all'), ...figuresOf(own, 'an owner who sees 10 %')];
}

function figuresOf({ alone, changed, counted, together, bare }: Measured, reader: string): Figure[] {
  const how = `10,000 controls × 50,000 claims, HTTP, one client, pages of 50, read by ${reader}`;
  const [ours, theirs] = [quantile(together, 0.5), quantile(bare, 0.5)];
  const name = (what: string) => `list of 10,000 read by ${reader}: ${what}`;
  return [
    atMost(name('filter and sort, p50'), [quantile(alone, 0.5), 15], { unit: 'ms', how }),
    ...(changed.length > 0
      ? [atMost(name('the same after a change, p50'), [quantile(changed, 0.5), 15], { unit: 'ms', how })]
      : []),
    atMost(name('with counts by value, p50'), [quantile(counted, 0.5), 15], { unit: 'ms', how }),
    atMost(name(`${users} users, p50`), [ours, 6 * theirs], {
      unit: 'ms',
      how: `6 × a bare program that answers 50 such rows (${theirs.toFixed(1)} ms), as many users`,
    }),
  ];
}

async function measureAs(root: string, role: 'isms_manager' | 'control_owner'): Promise<Measured> {
  return inPlace(async (place) => {
    const organisation = await prepare(place, { ...size, role });
    return running(root, place, (program) => measure(root, program, { organisation, role }));
  });
}

async function measure(
  root: string,
  { address, client }: Running,
  { organisation, role }: { organisation: string; role: string },
): Promise<Measured> {
  const below = `/organisations/${organisation}/`;
  const ask = client();
  const get = (path: string) => ask('GET', `${below}${path}`);
  for (let at = 0; at < 42; at += 1) await get(question(at));
  const alone = await repeat(120, (at) => get(question(at)));
  const counted = await repeat(30, (at) => get(`${question(at)}&facets=true`));
  const changed: number[] = [];
  // An owner may not write for everybody else.
  for (let at = 0; role === 'isms_manager' && at < 60; at += 1) {
    const controls = [`C-${String(at * 37).padStart(5, '0')}`];
    const link = `https://example.org/${at}`;
    const outcome = at % 2 ? 'works' : 'fails';
    await ask('POST', `${below}evidence`, { controls, outcome, title: 'Run', link });
    changed.push(await timed(() => get(question(at))));
  }
  const together = await atOnce(client, (user, at) => `${below}${question(user * 7 + at)}`);
  const page = await pageOf(address, `${below}${question(0)}`);
  const bare = await withBarePage(root, page, (bareAddress) =>
    atOnce(
      () => lightClient(bareAddress),
      () => '/',
    ),
  );
  return { alone, changed, counted, together, bare };
}

/** As many users as there are, each asking one thing after the other; how long each took. */
async function atOnce(client: () => Client, path: (user: number, at: number) => string): Promise<number[]> {
  const each = Array.from({ length: users }, async (_, user) => {
    const ask = client();
    const taken = await repeat(askedByEach, (at) => ask('GET', path(user, at)));
    return taken.slice(askedByEach / 4);
  });
  return (await Promise.all(each)).flat();
}

async function pageOf(address: URL, path: string): Promise<object> {
  const headers = { authorization: `Bearer ${address.searchParams.get('token')}` };
  const response = await fetch(`${address.origin}/api/v1${path}`, { headers });
  return (await response.json()) as object;
}

async function withBarePage<T>(root: string, page: object, work: (address: URL) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [join(root, 'bench', 'bare-page.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    child.stdin.end(JSON.stringify(page));
    const [line] = (await child.stdout.take(1).toArray()) as Buffer[];
    return await work(new URL(String(line).trim()));
  } finally {
    child.kill();
  }
}
