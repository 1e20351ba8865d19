import { describe, expect, it } from 'vitest';
import type { Line } from '../statement/line.ts';
import { groupsOf, saidOnce, togetherOf } from './groups.ts';

function line(key: string, checks: readonly string[], more: Partial<Line> = {}): Line {
  const findings = checks.map((said) => ({ id: said.slice(0, -1), severity: said.slice(-1), row: key }));
  return { key, id: key, actions: [], isOwn: false, ...more, findings } as unknown as Line;
}
const planned = Array.from({ length: 6 }, (_, at) => line(`A.8.${at + 1}`, ['SOA-06E']));
const lines = [
  ...planned,
  line('A.5.1', ['SOA-07W', 'SOA-07W']),
  line('A.5.2', ['SOA-04E', 'SOA-07W']),
  line('A.5.3', []),
];

describe('what the checks say of many rows', () => {
  it('given findings, then they stand by check, errors first, then by how many rows; a row counts once', () => {
    expect(groupsOf(lines).map(({ id, lines: of }) => `${id} ${of.map(({ key }) => key).join(' ')}`)).toEqual(
      ['SOA-06 A.8.1 A.8.2 A.8.3 A.8.4 A.8.5 A.8.6', 'SOA-04 A.5.2', 'SOA-07 A.5.1 A.5.2'],
    );
    expect(groupsOf([])).toEqual([]);
  });

  it('given more rows than can be read, then the check is said once; the others stay in full under their rows', () => {
    expect([...saidOnce(groupsOf(lines))]).toEqual(['SOA-06']);
    expect([...saidOnce(groupsOf(lines.slice(1)))]).toEqual([]);
  });

  it('given what can be settled for all, then for the rows it fits: no second action, and none of our own decided', () => {
    const group = (id: string, of: readonly Line[]) => ({ id, severity: 'E', lines: of }) as never;
    const busy = line('A.8.9', ['SOA-06E'], { actions: [{ id: 'a-1' }] as never });
    expect(togetherOf(group('SOA-06', [...planned, busy]))).toEqual({ deed: 'plan', lines: planned });
    const own = line('OWN-1', ['SOA-02E'], { isOwn: true });
    expect(togetherOf(group('SOA-02', [own, ...planned.slice(0, 2)]))).toEqual({
      deed: 'decide',
      lines: planned.slice(0, 2),
    });
    expect(togetherOf(group('SOA-06', [planned[0] as Line]))).toBeUndefined();
    expect(togetherOf(group('SOA-04', planned))).toBeUndefined();
  });
});
