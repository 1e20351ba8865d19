import { describe, expect, it } from 'vitest';
import { soaOf } from '../../testing/asked.ts';
import { addControl, iso, start } from '../../testing/library.ts';

type Told = readonly [command: string, input: object];

const necessary: Told = [
  'applicability decide',
  {
    framework: iso,
    requirement: 'A.8.24',
    applicable: true,
    reasons: [{ kind: 'risk', text: 'Stolen disks are read' }],
  },
];
const action: Told = [
  'actions add',
  {
    title: 'Encrypt the disks',
    what: 'All of them',
    closes: [{ kind: 'requirement', id: `${iso}/A.8.24` }],
    owner: 'ben',
    due: '2026-09-30',
  },
];

/** Methods 8, section 1: what is told, and which errors are then found on the row. */
const cases: readonly { id: string; told: readonly Told[]; row: string; errors: readonly string[] }[] = [
  { id: 'G06', told: [necessary], row: 'A.8.24', errors: ['SOA-06'] },
  { id: 'G06 with an action', told: [necessary, action], row: 'A.8.24', errors: [] },
  {
    id: 'G08',
    told: [['necessity decide', { control: 'OWN-1', necessary: false }]],
    row: 'OWN-1',
    errors: [],
  },
];

describe('the golden cases of the statement', () => {
  it.each(cases)('$id', ({ told, row, errors }) => {
    const story = start(iso);
    story.done('people add', { person: 'ben' });
    addControl(story, 'OWN-1');
    for (const [command, input] of told) expect(story.refusal(command, input)).toBe('');
    for (const [command, input] of told) story.done(command, input);
    const { checks, rows } = soaOf(story);
    const found = checks.filter((each) => each.row === row && each.severity === 'E');
    expect(found.map(({ id }) => id)).toEqual(errors);
    const listed = rows.find(({ id }) => id === row);
    if (listed) expect(listed).toMatchObject({ applicability: 'applicable', implementation: 'no' });
  });
});
