export const tabNames = [
  'reports',
  'documents',
  'obligations',
  'parties',
  'issues',
  'entities',
  'exports',
] as const;

export type TabName = (typeof tabNames)[number];

const members: Readonly<Record<string, TabName>> = {
  document: 'documents',
  obligation: 'obligations',
  party: 'parties',
  issue: 'issues',
  entity: 'entities',
};

/** What is shown: what the address says, else what it names a record of. */
export function tabOf(address: Readonly<Record<string, string | undefined>>): TabName {
  const said = tabNames.find((tab) => tab === address.tab);
  const named = Object.keys(members).find((member) => address[member] !== undefined);
  return said ?? members[named ?? ''] ?? 'reports';
}
