import { expect, it } from 'vitest';
import { profileForm } from './profile-form.ts';

it('the form of a profile has 19 columns, each told by headings that no other has, and says what is to stand in it', () => {
  const { columns, tiers, mark } = profileForm();
  expect(columns).toHaveLength(19);
  expect(new Set(columns.map(({ member }) => member)).size).toBe(19);
  const plain = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const headings = columns.flatMap(({ heading, also }) => [plain(heading), ...also]);
  expect(headings.filter((each) => plain(each) !== each)).toEqual([]);
  expect(new Set(headings).size).toBe(headings.length);
  expect(columns.every(({ from }) => ['own', 'derived', 'mixed'].includes(from))).toBe(true);
  expect(columns.every(({ about }) => about.endsWith('.'))).toBe(true);
  expect(tiers).toHaveLength(4);
  expect(mark).toMatch(/^\[.*\]$/);
});
