import { expect, it } from 'vitest';
import { countLines, type Line, linesOf, type Statement } from './line.ts';
import { groupLines, wantedLines } from './wanted.ts';

const decided = { reasons: [], exclusionReason: '', revision: 1, obligations: [], actions: [] };
const row = (id: string, more: object) => ({
  ...decided,
  ...{ id, title: `Title ${id}`, group: id.slice(0, 3), groupTitle: `Theme ${id.slice(0, 3)}` },
  ...{ applicability: 'applicable', implemented: 'yes', mark: 'met', word: 'Met', controls: [] },
  ...more,
});
const check = (id: string, severity: 'E' | 'W', of: string) => ({
  id,
  severity,
  row: of,
  message: '',
  mend: '',
});
const statement = {
  rows: [
    row('A.5.1', {}),
    row('A.8.11', { applicability: 'excluded', exclusionReason: 'Test data is made up', implemented: 'no' }),
    row('A.8.12', { implemented: 'no', controls: [{ id: 'c', code: 'DLP-01', name: 'Leaks' }] }),
    row('A.8.13', { applicability: 'undecided', implemented: 'no' }),
  ],
  further: [
    {
      ...decided,
      id: 'c-1',
      code: 'MSP-01',
      title: 'Kept apart',
      scope: 'organisation',
      implemented: 'partly',
    },
  ],
  checks: [check('SOA-09', 'W', 'A.8.11'), check('SOA-04', 'E', 'A.8.11'), check('SOA-08', 'W', 'MSP-01')],
} as unknown as Statement;
const lines = linesOf(statement);
const keys = (of: readonly Line[]) => of.map(({ key }) => key);

it('given the view, then lines come in its order, our own last, errors before warnings', () => {
  expect(keys(lines)).toEqual(['A.5.1', 'A.8.11', 'A.8.12', 'A.8.13', 'MSP-01']);
  expect(lines[1]?.findings.map(({ id }) => id)).toEqual(['SOA-04', 'SOA-09']);
  expect(groupLines(lines).map(({ theme, lines: of }) => [theme, of.length])).toEqual([
    ['A.5', 1],
    ['A.8', 3],
    ['own', 1],
  ]);
});

it('given wishes, then only lines that fit all of them are shown', () => {
  expect(wantedLines(lines, {})).toHaveLength(5);
  expect(keys(wantedLines(lines, { theme: 'findings' }))).toEqual(['A.8.11', 'MSP-01']);
  expect(keys(wantedLines(lines, { applicable: 'undecided' }))).toEqual(['A.8.13']);
  expect(keys(wantedLines(lines, { checks: 'W' }))).toEqual(['A.8.11', 'MSP-01']);
  expect(keys(wantedLines(lines, { checks: 'SOA-04' }))).toEqual(['A.8.11']);
  expect(keys(wantedLines(lines, { text: 'made UP' }))).toEqual(['A.8.11']);
  expect(keys(wantedLines(lines, { text: 'dlp', theme: 'A.8' }))).toEqual(['A.8.12']);
});

it('given a state, then what is excluded is neither in place nor missing, and our own are counted apart', () => {
  expect(keys(wantedLines(lines, { state: 'no' }))).toEqual(['A.8.12']);
  expect(countLines(lines)).toEqual({
    ...{ rows: 4, own: 1, yes: 2, no: 1, undecided: 1 },
    inPlace: { yes: 1, partly: 0, no: 1 },
  });
});
