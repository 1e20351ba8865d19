import { expect, it } from 'vitest';
import { tellWords } from './told.ts';

it('given quantities in a notice, when it is told, then they are written as the language writes them', () => {
  const told = tellWords('notice.import.controls', { added: 5000, changed: 12, unchanged: 0 });
  expect(told).toBe('Controls: 5,000 added, 12 changed, 0 as they were.');
  expect(tellWords('refusal.table.faults', { file: 'x.csv', count: 1500, unlisted: 0 })).toContain('1,500');
});

it('given the number of an entry, then it stays as it is named by', () => {
  expect(tellWords('refusal.entry.unknown', { entry: 12_000 })).toContain('12000');
});

it('given the id of a framework, then it is told by its title, and one that we do not ship by its id', () => {
  const told = (framework: string) => tellWords('refusal.framework.not-adopted', { framework });
  expect(told('iso27001-2022')).toBe('ISO/IEC 27001 is not adopted. Adopt it first.');
  expect(told('house-rules')).toBe('house-rules is not adopted. Adopt it first.');
  const profile = { name: 'Mill', framework: 'nist-csf-1.1', wanted: 'nist-csf-2.0' };
  expect(tellWords('refusal.profile.other-framework', profile)).toBe(
    '“Mill” is a profile of NIST Cybersecurity Framework 1.1, and this shows profiles of NIST Cybersecurity Framework. Name one of these.',
  );
});

it('given an id that is to be changed in a file, then it stays as the file has it', () => {
  expect(tellWords('refusal.import.id-taken', { id: 'iso27001-2022' })).toContain('iso27001-2022');
});
