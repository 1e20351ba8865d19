import type { Step } from '../../step.ts';

/** The company of the demo. It is invented, like everybody in it; addresses end in .example, which nobody can own. */
export const company = {
  name: 'Marevelt Managed Services B.V.',
  zone: 'Europe/Amsterdam',
  hosts: 'marevelt.example',
} as const;

const people = [
  ['ciso', 'Ilse Vandermoor', 'i.vandermoor', 'isms_manager'],
  ['auditor', 'Tomasz Brzeziak', 't.brzeziak', 'internal_auditor'],
  ['operations', 'Farida Ouelani', 'f.ouelani', 'control_owner'],
  ['corporate', 'Joris Hagenbeek', 'j.hagenbeek', 'control_owner'],
] as const;

export const operationsScope = {
  name: 'Managed service operations',
  statement: `Running, monitoring, backing up and supporting servers, networks, workplaces and cloud tenants for 64 customers in the Netherlands, Belgium, Germany and the United States, from the offices in Zwolle and Mechelen and from racks in two rented data-centre halls, by 87 of the 120 people employed. Inside: the service desk, the security operations team, the remote-access platform, the customer portal and the tools behind them. Interfaces: the landlords of both halls, three cloud providers, the carrier of the links between the sites, and each customer up to the demarcation named in its contract. Outside: sale of hardware, and the finance and marketing systems, which share only the identity platform and are separated from customer networks.`,
} as const;

/** Ways of others to send evidence: what they may speak for, and until when. */
const collectors = [
  ['backups', 'Backup platform reporter', ['BCM-03', 'BCM-04']],
  [
    'endpoints',
    'Endpoint and patch reporter',
    ['END-01', 'END-02', 'OPS-02', 'VUL-01', 'VUL-02', 'LOG-01', 'MSP-01'],
  ],
] as const;

/** Who there is, what the programme covers, and which frameworks it answers to, from when on. */
export function founding(day: (at: number) => string, collectorsUntil: string): Step[] {
  const by = 'administrator';
  const added = people.map(([as, name, mail, role]): Step => {
    const input = { name, mail: `${mail}@${company.hosts}`, role };
    return { day: day(1), by, as, command: 'people add', input };
  });
  const adopted = (at: number, framework: string, scope?: string): Step => ({
    day: day(at),
    by: 'ciso',
    command: 'frameworks adopt',
    input: ({ made }) => ({ framework, ...(scope === undefined ? {} : { scope: made(scope) }) }),
  });
  const library = (at: number): Step => ({
    day: day(at),
    by: 'ciso',
    command: 'library adopt',
    input: { all: true, without: ['ot'] },
  });
  return [
    { day: day(0), by, command: 'organisations create', input: { name: company.name, zone: company.zone } },
    ...added,
    { day: day(1), by, as: 'managed', command: 'scopes define', input: operationsScope },
    adopted(3, 'iso27001-2022', 'managed'),
    library(6),
    adopted(62, 'nist-csf-2.0'),
    library(66),
    adopted(157, 'nis2-directive'),
    adopted(157, 'nis2-2024-2690'),
    library(160),
    ...collectors.map(([as, name, controls]): Step => {
      const input = { name, controls, until: collectorsUntil };
      return { day: day(58), by: 'ciso', as, command: 'collectors add', input };
    }),
  ];
}
