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

it('given what there is to choose from, then frameworks and crosswalks stand there by their titles, with the ids that are sent', () => {
  const known = 'iso27001-2022, nis2-2024-2690, house-rules';
  const told = tellWords('refusal.framework.unknown', { framework: 'nope', known });
  expect(told).toBe(
    'There is no framework “nope”. Known are: ISO/IEC 27001 (iso27001-2022); NIS 2 Implementing Regulation, annex (nis2-2024-2690); house-rules.',
  );
  const column = { column: 'Framework', value: 'nope', known: 'nist-csf-2.0' };
  expect(tellWords('refusal.table.framework', column)).toContain(
    'NIST Cybersecurity Framework (nist-csf-2.0)',
  );
  const crosswalk = { crosswalk: 'nope', known: 'csf1.1-to-csf2.0' };
  expect(tellWords('refusal.crosswalk.unknown', crosswalk)).toContain(
    'CSF 1.1 to CSF 2.0 (csf1.1-to-csf2.0)',
  );
  const sheets = { sheet: 'x', known: 'One, Two' };
  expect(tellWords('refusal.table.sheet', sheets)).toContain('Sheets: One, Two.');
});

it('given a framework that others refer to and that we do not ship, then it is told by its title', () => {
  const told = tellWords('refusal.framework.not-adopted', { framework: 'nist-sp-800-171r3' });
  expect(told).toBe('NIST SP 800-171, Revision 3 is not adopted. Adopt it first.');
});

it('given an id that is to be changed in a file, then it stays as the file has it', () => {
  expect(tellWords('refusal.import.id-taken', { id: 'iso27001-2022' })).toContain('iso27001-2022');
});
