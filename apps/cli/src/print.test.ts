import { type Row, rowNamed } from '@concord/operations';
import { expect, it } from 'vitest';
import { printable } from './line/printable.ts';
import { printAnswer } from './print.ts';

const share = (linked: number, of: number, underHeadings: number, unresolved: number) => ({
  ...{ linked, of, underHeadings, unresolved },
  share: of === 0 ? null : linked / of,
});

it('prints how much of each side a crosswalk links, and where nothing is there to count against', () => {
  const rows = [
    { id: 'one', from: 'a', fromShare: share(7, 50, 43, 0), to: 'b', toShare: share(90, 106, 0, 0) },
    { id: 'two', from: 'a', fromShare: share(1, 50, 0, 0), to: 'c', toShare: share(0, 0, 0, 69) },
  ];
  const lines = printAnswer(rowNamed('crosswalks') as Row, { rows }).split('\n');
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['id', 'from', 'fromShare', 'to', 'toShare'],
    ['one', 'a', '7 of 50, 43 under headings', 'b', '90 of 106'],
    ['two', 'a', '1 of 50', 'c', '69 unresolved'],
    [''],
  ]);
});

it('says of a demo what to look at, on the day that it was made for', () => {
  const loaded = {
    name: 'Example',
    from: '2024-01-01',
    to: '2025-06-29',
    facts: 9,
    controls: 2,
    evidence: 3,
  };
  const print = (answer: object) => printAnswer(rowNamed('demo load') as Row, { ...loaded, ...answer });
  expect(print({})).toContain('concord view csf-profile --org "Example"\n');
  expect(print({ asOf: '2025-06-30' })).toContain('view nis2-duties --org "Example" --on 2025-06-30\n');
  expect(printAnswer(rowNamed('demo remove') as Row, loaded)).toBe(
    'Removed Example, with everything in it.\n',
  );
});

it('prints the crosswalks of a catalogue below its frameworks', () => {
  const rows = [{ id: 'house', title: 'House rules', crosswalks: ['house-to-garden'] }];
  const crosswalks = [{ id: 'house-to-garden', title: 'House to garden', origin: 'imported' }];
  const text = printAnswer(rowNamed('catalogue list') as Row, { rows, crosswalks });
  expect(text.split('\n\n')[1]).toBe(
    'crosswalks\nid               title            origin\nhouse-to-garden  House to garden  imported\n',
  );
});

it('prints an interval as known then and now, and the days that were covered of a time', () => {
  const known = { met: 4, possible: 9, n: 12 };
  const trend = {
    rows: [{ framework: 'iso', day: '2026-03-31', position: 7, knownThen: null, knownNow: known }],
  };
  expect(printAnswer(rowNamed('view trend') as Row, trend)).toBe(
    'day         knownThen  knownNow      framework  position\n2026-03-31             4 to 9 of 12  iso        7\n',
  );
  const period = { controls: 1, expected: 4, coveredDays: 300, days: 365 };
  const text = printAnswer(rowNamed('view coverage') as Row, { rows: [{ id: 'A.5.1', period }] });
  expect(text).toBe('id     period\nA.5.1  300 of 365 days\n');
});

it('writes what turns the direction of writing or steers a terminal as its number, wherever it stands', () => {
  const name = 'Evil\u202eexe.\u2066x\u200f\u001b[31m';
  const shown = 'Evil\\u202eexe.\\u2066x\\u200f\\u001b[31m';
  expect(printable(`${name}\r\nזה`)).toBe(`${shown}\\u000d\nזה`);
  const printed = (command: string, answer: object) => printAnswer(rowNamed(command) as Row, { ...answer });
  expect(printed('demo remove', { name })).toBe(`Removed ${shown}, with everything in it.\n`);
  expect(printed('why', { sentences: [name] })).toBe(`${shown}\n`);
  expect(printed('parties show', { name, asks: 'two\nlines' })).toBe(`name: ${shown}\nasks: two lines\n`);
  const lines = printed('parties list', {
    rows: [
      { name, kind: 'staff' },
      { name: 'Anna', kind: 'staff' },
    ],
  });
  const [head = '', ...rest] = lines.trimEnd().split('\n');
  // As wide as it is printed, so that the columns stay in line.
  expect(rest.map((line) => line.indexOf('staff'))).toEqual([head.indexOf('kind'), head.indexOf('kind')]);
  expect(lines).toContain(shown);
});
