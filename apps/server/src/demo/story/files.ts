import { crc32, deflateSync } from 'node:zlib';
import type { MadeFile } from '../step.ts';
import type { Chance } from './ground/chance.ts';

type Maker = (day: string, chance: Chance) => Omit<MadeFile, 'name'> & { readonly name: string };

/** The file that shows a control on a day, for the controls whose evidence is kept as a file. */
export function fileFor(code: string, day: string, chance: Chance): MadeFile | undefined {
  const { [code]: make } = makers;
  return make?.(day, chance);
}

const systems = [
  'jump-01',
  'jump-02',
  'tickets',
  'backup-console',
  'portal-admin',
  'hypervisor-a',
  'hypervisor-b',
];
const customers = [
  'Brookline Freight',
  'Noordmeer Kliniek',
  'Atelier Vasq',
  'Tannhof Papier',
  'Lakeridge Foods',
];
const teams = ['service desk', 'platform', 'network', 'security operations', 'field', 'portal'];

function table(head: string, rows: readonly (readonly (string | number)[])[]): string {
  return `${[head, ...rows.map((row) => row.join(';'))].join('\r\n')}\r\n`;
}

function some<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

const accessReview: Maker = (day, chance) => ({
  name: `access-review-${day}.csv`,
  content: table(
    'reviewed on;system;account;last used (days);decision',
    some(30 + chance.below(30), (at) => [
      day,
      chance.pick(systems),
      `u${1000 + at * 7 + chance.below(7)}`,
      chance.below(120),
      chance.happens(9) ? 'withdrawn' : chance.happens(12) ? 'reduced' : 'kept',
    ]),
  ),
});

const restoreTest: Maker = (day, chance) => {
  const minutes = 22 + chance.below(60);
  const system = chance.pick([
    'ticket database',
    'portal database',
    'file service of a customer',
    'monitoring platform',
  ]);
  return {
    name: `restore-test-${day}.txt`,
    content: `Restore test of ${day}

System restored: ${system}
From: copy of the night before, second location
Into: isolated network, no route to production
Asked for by the continuity plan: ${minutes + 15 + chance.below(60)} minutes; taken: ${minutes} minutes
Checked: number of records, checksums of ${200 + chance.below(900)} files, one log-on by the owner
Remarks: ${chance.pick(['none', 'the runbook named an old address; corrected', 'the key for the copy had to be fetched from the safe', 'one engineer alone could do it'])}
`,
  };
};

const scan: Maker = (day, chance) => ({
  name: `vulnerability-scan-${day}.csv`,
  content: table(
    'scanned on;address;finding;severity;age (days);decision',
    some(12 + chance.below(25), () => [
      day,
      `10.${20 + chance.below(4)}.${chance.below(250)}.${1 + chance.below(250)}`,
      chance.pick([
        'outdated library',
        'weak cipher offered',
        'service without need',
        'missing patch',
        'default page',
      ]),
      chance.pick(['low', 'low', 'medium', 'medium', 'high']),
      chance.below(40),
      chance.pick(['patch', 'patch', 'switch off', 'accept until release']),
    ]),
  ),
});

const coverage: Maker = (day, chance) => ({
  name: `sign-in-strength-${day}.csv`,
  content: table(
    'day;group;accounts;with second factor;phishing-resistant',
    teams.map((team) => {
      const accounts = 8 + chance.below(30);
      const second = accounts - (chance.happens(20) ? 1 : 0);
      return [day, team, accounts, second, Math.floor(second * (0.3 + chance.below(60) / 100))];
    }),
  ),
});

const completions: Maker = (day, chance) => ({
  name: `awareness-${day}.csv`,
  content: table(
    'counted on;team;people;finished;average score',
    teams.map((team) => {
      const people = 6 + chance.below(28);
      return [day, team, people, people - chance.below(3), 74 + chance.below(24)];
    }),
  ),
});

const riskRegister: Maker = (day, chance) => ({
  name: `risk-register-${day}.csv`,
  content: table(
    'date;risk;likelihood 1-5;impact 1-5;treatment',
    [
      'Stolen session of an engineer opens customer tenants',
      'Backup of a customer can not be read when it is needed',
      'Supplier update carries hostile code to jump hosts',
      'Hall 2 is without power for longer than a day',
      'Former employee keeps a customer’s shared password',
      'Service desk is talked into a password reset',
      'Customer report goes to another customer',
    ].map((risk) => [
      day,
      risk,
      1 + chance.below(5),
      2 + chance.below(4),
      chance.pick(['reduce', 'reduce', 'share', 'accept']),
    ]),
  ),
});

const suppliers: Maker = (day, chance) => ({
  name: `supplier-directory-${day}.csv`,
  content: table(
    'as of;supplier;service;rank;certificate until',
    [
      ['Vaartland Datacentra', 'racks and power'],
      ['Polderlink Carrier', 'ring and internet access'],
      ['Hessel & Troost Software', 'backup software'],
      ['Assistwire Inc.', 'remote support'],
      ['Kwartier Payroll', 'payroll'],
    ].map(([name = '', what = '']) => [
      day,
      name,
      what,
      chance.pick(['critical', 'important', 'other']),
      `${Number(day.slice(0, 4)) + 1}-${String(1 + chance.below(12)).padStart(2, '0')}-28`,
    ]),
  ),
});

const exercise: Maker = (day, chance) => ({
  name: `exercise-${day}.txt`,
  content: `Exercise of ${day}, ${chance.pick(['at the table', 'with systems switched over', 'by telephone, at night'])}

Played: ${chance.pick(['Ransom note on two jump hosts', 'Hall 2 is closed by the fire service', 'Customer finds its data on a forum', 'Supplier withdraws its agent overnight'])}
Present: executive team, service desk, security operations, ${chance.pick(customers)}
First decision after ${6 + chance.below(30)} minutes; customers told after ${25 + chance.below(90)} minutes
To be changed: ${chance.pick(['two telephone numbers were wrong', 'nobody knew who speaks to the press', 'the offline copy of the plan was one version behind', 'the order of recovery was argued about'])}
`,
});

const minutes: Maker = (day, chance) => ({
  name: `management-review-${day}.txt`,
  content: `Management review, ${day}

Earlier actions: ${4 + chance.below(6)} done, ${1 + chance.below(3)} open
Changes outside: ${chance.pick(['national law on NIS 2', 'two customers in healthcare', 'prices of the halls'])}
Audit results and measures: see the quarterly report
Decided: ${chance.pick(['a second engineer for key management', 'budget for the redundant storage in hall 2', 'monitoring is extended to the office network'])}
`,
});

/** A chart of bars: indicators of the quarter, as a picture. */
const chart: Maker = (day, chance) => {
  const bars = some(12, () => 20 + chance.below(90));
  return { name: `indicators-${day}.png`, content: picture(bars) };
};

const makers: Readonly<Record<string, Maker>> = {
  'IAM-05': accessReview,
  'IAM-02': accessReview,
  'BCM-04': restoreTest,
  'VUL-01': scan,
  'IAM-09': coverage,
  'PEO-04': completions,
  'RSK-02': riskRegister,
  'SUP-02': suppliers,
  'BCM-07': exercise,
  'GOV-12': minutes,
  'AUD-01': chart,
  'OPS-05': chart,
};

const height = 120;
const barWidth = 14;

/** Bars as a PNG: one byte a pixel, dark on white. */
function picture(bars: readonly number[]): Uint8Array {
  const width = bars.length * barWidth;
  const lines = some(height, (y) => {
    const pixels = some(width, (x) => {
      const bar = bars[Math.floor(x / barWidth)] as number;
      return x % barWidth > 3 && height - y <= bar ? 70 : 255;
    });
    return Buffer.from([0, ...pixels]);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
