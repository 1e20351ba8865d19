import type { ReportChanges } from '@concord/views';
import { ground } from './ground.ts';

/** Changes of each kind between two versions of a Statement of Applicability. */
export function changesView(said: Partial<ReportChanges> = {}): ReportChanges {
  const change = (row: string, what: string, before: string, after: string) => ({
    row,
    what,
    before,
    after,
    sentence: `${row}: ${what}.`,
  });
  const list = { came: ['law: The act'], went: [] };
  return {
    ...ground('changes'),
    report: 'statement-of-applicability',
    from: {
      version: 1,
      on: '2026-03-09',
      position: 9000,
      head: 'a'.repeat(64),
      by: 'person-1',
      note: 'First',
    },
    to: { on: '2026-11-22', position: 14_320, head: '4be1'.repeat(16) },
    rows: [
      change('statement', 'scope', 'Sites', 'Sites and cloud'),
      change('A.5.15', 'applicability', 'undecided', 'applicable'),
      { ...change('A.5.15', 'reasons', '', 'law: The act'), ...list },
      change('A.5.15', 'review', '', '2027-03-09'),
      change('A.5.15', 'implementation', 'no', 'yes'),
      change('A.5.15', 'state', 'Unclaimed', 'Stale: unknown since 2026-10-04'),
      {
        ...change('A.5.15', 'actions', '', ''),
        came: ['Since 2020-01-01 open (Ida Sample, 2027-01-31)'],
        went: [],
      },
      { ...change('A.8.1', 'checks', 'SOA-06', ''), came: [], went: ['SOA-06'] },
    ],
    titles: { 'A.5.15': 'Access control', 'A.8.1': 'User endpoint devices' },
    ...said,
  };
}
