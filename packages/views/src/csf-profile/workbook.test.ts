import { profileForm } from '@concord/catalog';
import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, show, start } from '../testing/library.ts';
import { csfWorkbook } from './workbook.ts';

const people = new Map([['ben', { name: 'Ben Bauer' }]]);
const { columns, mark } = profileForm();

function cellsOf(story: Story, outcome: string): Readonly<Record<string, string>> {
  const [sheet] = answered(csfWorkbook(asked(story), undefined, people));
  const row = sheet?.rows.find(([id]) => id === outcome) ?? [];
  return Object.fromEntries(columns.map(({ member }, at) => [member, row[at] ?? '']));
}

describe('the workbook of a profile', () => {
  it('has the publisher’s 19 columns in order, 6 functions, 22 categories and 106 outcomes, and says what each column is', () => {
    const tables = answered(csfWorkbook(asked(start(csf)), undefined, people));
    expect(tables.map(({ name }) => name)).toEqual([
      'Current and Target Profile',
      'Column Descriptions',
      'About this report',
    ]);
    const [sheet, descriptions, about] = tables;
    expect(about?.rows).toEqual([
      ['Organisation', 'Example'],
      ['Scope', 'Example'],
      ['Standard', 'NIST Cybersecurity Framework, edition 2.0 (CSWP 29, February 2024)'],
      ['Version', 'None: a draft'],
      ['As of', '1 Jan 2026, from what was known at ledger position 4'],
      ['Signed head', 'f'.repeat(64)],
    ]);
    expect(sheet?.headings).toHaveLength(19);
    expect(sheet?.headings.slice(0, 4)).toEqual([
      'CSF Outcome (Function, Category, or Subcategory)',
      'CSF Outcome Description',
      'Included in Profile?',
      'Rationale',
    ]);
    const like = (shape: RegExp) => sheet?.rows.filter(([id = '']) => shape.test(id)).length;
    const counts = [like(/^[A-Z]{2}$/), like(/^[A-Z]{2}\.[A-Z]{2}$/), like(/^[A-Z]{2}\.[A-Z]{2}-\d\d$/)];
    expect([...counts, sheet?.rows.length]).toEqual([6, 22, 106, 134]);
    expect(sheet?.rows.every((row) => row.length === 19 && row[1] !== '')).toBe(true);
    expect(descriptions?.rows.map(([heading]) => heading)).toEqual(sheet?.headings);
  });

  it('shows what the organisation says, and below the mark what its controls and evidence come to', () => {
    const story = start(csf, iso);
    story.done('people add', { person: 'ben' });
    const profile = story.done('profiles create', { name: 'Two years', framework: csf });
    addControl(story, 'AC-1', { owner: 'ben', statement: 'Accounts are reviewed' });
    claim(story, 'AC-1', [csf, 'PR.AA-01']);
    claim(story, 'AC-1', [iso, 'A.5.15']);
    show(story, 'AC-1', { title: 'Review of May', collectedOn: '2025-12-31' });
    story.done('targets set', { profile, requirement: 'PR.AA-01', priority: 'high', tier: 3, notes: 'Soon' });
    story.done('profiles status', {
      profile,
      requirement: 'PR.AA-01',
      status: 'Going well',
      roles: 'The team',
      included: true,
    });
    const cells = cellsOf(story, 'PR.AA-01');
    expect(cells).toMatchObject({
      included: 'Yes',
      policies: `${mark}\nAC-1 Name of AC-1: Accounts are reviewed`,
      practices: `${mark}\nAC-1 Name of AC-1 operates`,
      roles: 'The team',
      references: `${mark}\n${iso}: A.5.15`,
      artifacts: `${mark}\nReview of May (2025-12-31, works)`,
      targetPriority: 'High',
      targetTier: 'Tier 3: Repeatable',
      notes: `${mark}\nSoon`,
      considerations: '',
    });
    expect(cells.status).toMatch(
      /^Going well\n\[Worked out by Concord; not taken in again\]\nMet, by our claim\n/,
    );
    story.done('profiles status', { profile, requirement: 'PR.AA-01', roles: null });
    expect(cellsOf(story, 'PR.AA-01').roles).toBe(`${mark}\nBen Bauer: AC-1`);
  });

  it('when there are several profiles, then one has to be named', () => {
    const story = start(csf);
    for (const name of ['One', 'Two']) story.done('profiles create', { name, framework: csf });
    expect(csfWorkbook(asked(story), undefined, people)).toMatchObject({
      refusal: { code: 'profile.which', params: { count: 2 } },
    });
  });

  it('says of a heading what it says, and of its outcomes whose word it is', () => {
    const story = start(csf);
    const profile = story.done('profiles create', { name: 'Two years', framework: csf });
    story.done('profiles status', { profile, requirement: 'PR', included: false });
    story.done('profiles status', { profile, requirement: 'PR.AA-02', included: true });
    exclude(story, [csf, 'RC.CO-03']);
    story.done('targets set', { profile, requirement: 'PR.AA-01', wanted: false, tier: 2 });
    story.done('targets set', { profile, requirement: 'RC.CO-03', tier: 2 });
    const included = (id: string) => cellsOf(story, id).included;
    expect([included('PR'), included('PR.AA-02'), included('ID')]).toEqual(['No', 'Yes', '']);
    expect(included('PR.AA')).toBe(`${mark}\nNo: said of PR`);
    expect(included('PR.AA-01')).toBe(`${mark}\nNo: said of PR`);
    expect(included('RC.CO-03')).toBe(`${mark}\nNo: decided not to be applicable`);
    expect(cellsOf(story, 'PR.AA-01').targetPriority).toBe('Not wanted');
    expect(cellsOf(story, 'RC.CO-03').targetPriority).toBe('Wanted');
  });
});
