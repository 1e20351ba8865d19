import {
  columnLetters,
  commandLinesFor,
  type Framework,
  framework,
  hasWords,
  profileForm,
  type SentDocument,
} from '@concord/catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../../testing/index.ts';
import { type Target, targetKey } from '../../profile.ts';
import { inclusionOf } from '../inclusion.ts';
import { profileCells } from './index.ts';

const csf = 'nist-csf-2.0';
const headings = profileForm().columns.map(({ heading }) => heading);
const members = profileForm().columns.map(({ member }) => member);
type Cells = Readonly<Record<string, string>>;

function ground(): { story: Story; profile: string } {
  const story = given(csf, 'iso27001-2022');
  return { story, profile: story.done('profiles create', { name: 'Two years', framework: csf }) };
}

function documentOf(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): SentDocument {
  return {
    kind: 'sheets',
    name: 'profile.xlsx',
    hash: 'a'.repeat(64),
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.map((cells, at) => ({ number: at + 1, cells })),
    })),
  };
}

/** The publisher's sheet with some of its cells filled in. */
function filled(rows: Readonly<Record<string, Cells>>, heads: readonly string[] = headings): SentDocument {
  const lines = Object.entries(rows).map(([outcome, cells]) =>
    members.map((member) => (member === 'outcome' ? outcome : (cells[member] ?? ''))),
  );
  return documentOf({ 'Current and Target Profile': [heads, ...lines] });
}

const statusOf = ({ programme }: Story, profile: string, requirement = 'PR.AA-05') =>
  programme.controls.statuses.get(targetKey(profile, csf, requirement))?.at(-1)?.value;
const targetOf = ({ programme }: Story, profile: string, requirement = 'PR.AA-05') =>
  programme.controls.targets.get(targetKey(profile, csf, requirement));

function faults(document: SentDocument, { story, profile } = ground()): string[] {
  const refusal = story.tried('profiles import', { profile, document });
  const errors = refusal?.errors ?? [];
  expect(errors.filter(({ code }) => !hasWords(`refusal.${code}`))).toEqual([]);
  return refusal
    ? errors.map(({ at, code }) => `${at.replace(/^.*!/, '')} ${code.replace('table.', '')}`)
    : [];
}

function notices(document: SentDocument, { story, profile } = ground()) {
  const decision = story.when('profiles import', { profile, document });
  if ('refusal' in decision) throw new Error(JSON.stringify(decision.refusal));
  const { notices: told = [] } = decision;
  expect(told.filter(({ code }) => !hasWords(`notice.${code}`))).toEqual([]);
  return Object.fromEntries(told.map(({ code, params }) => [code, params]));
}

describe('given the publisher’s workbook, filled in', () => {
  it('when it is taken in, then each column finds its place, and an empty cell changes nothing', () => {
    const { story, profile } = ground();
    story.done('profiles status', { profile, requirement: 'PR.AA-05', notes: 'Kept', roles: 'The team' });
    story.done('targets set', { profile, requirement: 'PR.AA-05', due: '2027-01-01', rationale: 'Ours' });
    const cells = {
      included: 'Yes',
      currentPriority: 'High',
      status: 'Half done',
      artifacts: 'A list',
      targetPriority: 'Medium – next year',
      targetTier: 'tier 3',
      targetRoles: 'One owner',
    };
    story.done('profiles import', { profile, document: filled({ 'PR.AA-05': cells }) });
    const status = {
      included: true,
      priority: 'high',
      status: 'Half done',
      notes: 'Kept',
      roles: 'The team',
    };
    expect(statusOf(story, profile)).toMatchObject({ ...status, artifacts: 'A list' });
    const target = { priority: 'medium', priorityText: 'Medium – next year', tier: 3, roles: 'One owner' };
    expect(targetOf(story, profile)).toMatchObject({ ...target, due: '2027-01-01', rationale: 'Ours' });
  });

  it('when a dash stands in a cell, then what was said is taken away', () => {
    const { story, profile } = ground();
    const cells = {
      notes: 'x',
      included: 'No',
      currentPriority: 'low',
      targetTier: '2',
      targetPriority: 'low',
    };
    story.done('profiles import', { profile, document: filled({ 'PR.AA-05': cells }) });
    const dashes = Object.fromEntries(Object.keys(cells).map((member) => [member, '-']));
    story.done('profiles import', { profile, document: filled({ 'PR.AA-05': dashes }) });
    expect(statusOf(story, profile)).toMatchObject({ notes: '', included: undefined, priority: undefined });
    const target = targetOf(story, profile);
    expect([target?.wanted, target?.tier, target?.priority, target?.priorityText]).toEqual([
      false,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('when a heading over outcomes is filled in, then that is kept too, and its target is no gap of its own', () => {
    const { story, profile } = ground();
    const rows = {
      'GOVERN (GV)': { status: 'Well', targetPriority: 'High' },
      'Organizational Context (GV.OC)': { notes: 'x' },
    };
    story.done('profiles import', { profile, document: filled(rows) });
    expect(statusOf(story, profile, 'GV')).toMatchObject({ status: 'Well' });
    expect(targetOf(story, profile, 'GV')).toMatchObject({ priority: 'high' });
    expect(statusOf(story, profile, 'GV.OC')).toMatchObject({ notes: 'x' });
  });

  it('when priorities are said in other words, then the words are kept and one level is read out of them', () => {
    const { story, profile } = ground();
    const read = (targetPriority: string) => {
      story.done('profiles import', { profile, document: filled({ 'PR.AA-05': { targetPriority } }) });
      const { priority, priorityText } = targetOf(story, profile) as Target;
      return [priority, priorityText];
    };
    expect(read('HIGH')).toEqual(['high', undefined]);
    expect(read('Medium priority')).toEqual(['medium', undefined]);
    expect(read('Critical')).toEqual(['high', 'Critical']);
    expect(read('Moderate (board)')).toEqual(['medium', 'Moderate (board)']);
    expect(read('Medium to high')).toEqual([undefined, 'Medium to high']);
    expect(read('P1')).toEqual([undefined, 'P1']);
    expect(read('Highway')).toEqual([undefined, 'Highway']);
  });
});

describe('given a workbook of somebody else', () => {
  it('when headings are written otherwise, moved, dropped or added, then it is read all the same', () => {
    const { story, profile } = ground();
    const rows = [
      ['Organizational Profile of Example plc'],
      [],
      ['Our own', 'TARGET  csf tier', 'Curent\nStatus', 'CSF Outcome (Function, Category or Subcategory)'],
      ['x', '4 - Adaptive', 'Going', 'pr.aa-05: access rights'],
    ];
    const document = documentOf({ Cover: [['A cover']], Profile: rows });
    const told = notices(document, { story, profile });
    story.done('profiles import', { profile, document });
    expect([statusOf(story, profile)?.status, targetOf(story, profile)?.tier]).toEqual(['Going', 4]);
    expect(told['profile.columns-extra']).toEqual({ columns: 'Our own' });
    expect(told['profile.sheet-passed-over']).toEqual({ sheet: 'Cover' });
    expect(String(told['profile.columns-dropped']?.columns)).toContain('Target Priority');
    expect(String(told['profile.derived']?.columns)).toBe(`${headings[0]}, ${headings[1]}`);
  });

  it('when cells are wrong, then each is named at its cell, and nothing is taken in', () => {
    const there = ground();
    const document = filled({
      'PR.AA-05': { included: 'Perhaps', targetTier: 'Tier 5' },
      'PR.AA-5': { notes: 'which?' },
      'Nobody knows': { notes: 'x' },
      'pr.aa-05': { notes: 'twice' },
      'PR.AA-01': { notes: 'a\u0007b', status: 'x'.repeat(10_001) },
    });
    const place = (member: string, row: number) => `${columnLetters(members.indexOf(member))}${row}`;
    expect(faults(document, there)).toEqual([
      `${place('included', 2)} word`,
      `${place('targetTier', 2)} tier`,
      `${place('outcome', 3)} outcome-near`,
      `${place('outcome', 4)} outcome`,
      `${place('outcome', 5)} outcome-twice`,
      `${place('status', 6)} too-long`,
      `${place('notes', 6)} characters`,
    ]);
    expect(statusOf(there.story, there.profile)).toBeUndefined();
  });

  it('when a line names no outcome and says nothing else, or a row has no outcome, then that is told', () => {
    expect(notices(filled({ GV: {}, 'Sources: interviews': {} }))['profile.row-passed-over']).toMatchObject({
      value: 'Sources: interviews',
    });
    expect(faults(filled({ '': { notes: 'whose?' }, GV: {} }))).toEqual(['A2 empty']);
  });

  it('when two columns say the same, or two sheets hold a profile, then one has to be named', () => {
    const twice = headings.map((heading, at) => (at === 18 ? 'notes' : heading));
    expect(faults(filled({ 'PR.AA-05': {} }, twice))).toEqual(['S column-again']);
    const { story, profile } = ground();
    const rows = [headings, ['PR.AA-05']];
    const document = documentOf({ Plant: rows, Office: rows });
    expect(story.refusal('profiles import', { profile, document })).toBe('refused profile.sheets at sheet');
    expect(story.refusal('profiles import', { profile, document, sheet: 'Plant' })).toBe('');
    expect(story.refusal('profiles import', { profile, document, sheet: 'Home' })).toBe(
      'refused table.sheet at sheet',
    );
    const other = documentOf({
      Plant: [
        ['Colour', 'Size'],
        ['Red', '2'],
      ],
    });
    expect(story.refusal('profiles import', { profile, document: other })).toBe(
      'refused profile.no-workbook at file',
    );
    // The report for reading has other columns: the form to fill in is the publisher's.
    expect(commandLinesFor('refusal.profile.no-workbook')).toEqual(['report csf-profile --format nist-xlsx']);
  });
});

const anyText = fc.oneof(
  fc.constantFrom(
    '-',
    "'-",
    "''-",
    profileForm().mark,
    `'${profileForm().mark}`,
    `a\n${profileForm().mark}\nb`,
  ),
  fc.constantFrom('Not wanted', 'wanted', 'Not wanted\n-', 'Wanted\nNot wanted\nHigh', 'N/A', 'none'),
  fc.constantFrom('=1+1', '@x', 'high', 'Low', 'Tier 2', 'Yes', 'a\r\nb', '_x000D_'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
);
const anyCells = fc.record(
  Object.fromEntries(
    profileForm()
      .columns.filter(({ from }) => from !== 'derived')
      .map(({ member }) => [
        member,
        member === 'included'
          ? fc.constantFrom('Yes', 'No')
          : member === 'targetTier'
            ? fc.constantFrom('1', 'Tier 2: Risk Informed', 'adaptive')
            : anyText,
      ]),
  ),
  { requiredKeys: [] },
);
const anyRows = fc.dictionary(fc.constantFrom('PR.AA-05', 'GV', 'GV.OC', 'RC.CO-03'), anyCells, {
  maxKeys: 4,
});

/** The workbook that says what a profile says, with something worked out below every mark. */
function written(story: Story, profile: string): SentDocument {
  return filled(cellsWritten(story, profile, ['PR.AA-05', 'GV', 'GV.OC', 'RC.CO-03']));
}

function cellsWritten(
  { programme }: Story,
  profile: string,
  ids: readonly string[],
): Readonly<Record<string, Cells>> {
  const mixed = new Set(
    profileForm().columns.flatMap(({ member, from }) => (from === 'mixed' ? member : [])),
  );
  const edition = framework(csf) as Framework;
  const statusAt = (id: string) => programme.controls.statuses.get(targetKey(profile, csf, id))?.at(-1);
  const rows = ids.map((id): [string, Cells] => {
    const key = targetKey(profile, csf, id);
    const worked = Object.fromEntries(
      [...mixed].map((member) => [member, ['Worked out: -', profileForm().mark]]),
    );
    const status = statusAt(id)?.value;
    const { included } = inclusionOf(edition, id, (at) => statusAt(at)?.value);
    return [id, profileCells(status, programme.controls.targets.get(key), { worked, included })];
  });
  return Object.fromEntries(rows);
}

describe('given any workbook', () => {
  it('when what it says is written out and taken in again, then nothing changes; elsewhere the same is written', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { story, profile } = ground();
        if (story.tried('profiles import', { profile, document: filled(rows as Record<string, Cells>) }))
          return;
        const out = written(story, profile);
        expect(story.when('profiles import', { profile, document: out })).toMatchObject({ facts: [] });
        const there = ground();
        there.story.done('profiles import', { profile: there.profile, document: out });
        expect(written(there.story, there.profile)).toEqual(out);
      }),
      { numRuns: 150 },
    );
  });
});

const anyAim = fc.record(
  {
    wanted: fc.boolean(),
    priority: fc.constantFrom('low', 'medium', 'high'),
    tier: fc.integer({ min: 1, max: 4 }),
    policies: fc.constantFrom('A policy', 'N/A', '-', 'Wanted'),
    roles: fc.constantFrom('One owner'),
  },
  { requiredKeys: [] },
);
const anyInclusion = fc.option(fc.boolean(), { nil: undefined });

describe('given any targets, of outcomes that are included or not', () => {
  const wantedOf = (story: Story, profile: string) =>
    ['PR.AA-05', 'RC.CO-03'].map((id) => {
      const { wanted, priority, priorityText, tier, policies, roles } = targetOf(story, profile, id) ?? {};
      return { wanted, priority, priorityText, tier, policies, roles };
    });

  it('when the workbook is taken in elsewhere, or taken over as target, then the same is wanted there', () => {
    fc.assert(
      fc.property(
        anyAim,
        fc.option(anyAim, { nil: undefined }),
        fc.tuple(anyInclusion, anyInclusion),
        (...all) => {
          const [one, other, [own, heading]] = all;
          const { story, profile } = ground();
          story.done('targets set', { profile, requirement: 'PR.AA-05', ...one });
          if (other) story.done('targets set', { profile, requirement: 'RC.CO-03', ...other });
          if (own !== undefined)
            story.done('profiles status', { profile, requirement: 'PR.AA-05', included: own });
          if (heading !== undefined)
            for (const requirement of ['PR', 'RC.CO'])
              story.done('profiles status', { profile, requirement, included: heading });
          const document = filled(cellsWritten(story, profile, ['PR', 'RC.CO', 'PR.AA-05', 'RC.CO-03']));
          for (const command of ['profiles import', 'profiles import-target']) {
            const there = ground();
            there.story.done(command, { profile: there.profile, document });
            expect(wantedOf(there.story, there.profile)).toEqual(wantedOf(story, profile));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('then the word stands under Target Priority, and only where it is needed', () => {
    const { story, profile } = ground();
    const cell = (said: object) => {
      story.done('targets set', { profile, requirement: 'PR.AA-05', ...said });
      return cellsWritten(story, profile, ['PR.AA-05'])['PR.AA-05']?.targetPriority;
    };
    expect(cell({ wanted: false })).toBe('Not wanted');
    expect(cell({ wanted: false, priority: 'high' })).toBe('Not wanted\nHigh');
    expect(cell({})).toBe('Wanted');
    expect(cell({ tier: 3 })).toBe('');
    expect(cell({ priority: 'low' })).toBe('Low');
    story.done('profiles status', { profile, requirement: 'PR', included: false });
    expect(cell({ priority: 'low' })).toBe('Wanted\nLow');
  });

  it('when a priority takes the place of the word, then the outcome is wanted again; an empty cell leaves it', () => {
    const { story, profile } = ground();
    const wanted = (cells: Cells) => {
      story.done('profiles import', { profile, document: filled({ 'PR.AA-05': cells }) });
      return targetOf(story, profile)?.wanted;
    };
    expect(wanted({ targetPriority: 'Not wanted.', targetTier: '2' })).toBe(false);
    expect(wanted({ targetTier: '3' })).toBe(false);
    expect(wanted({ targetPriority: 'High' })).toBe(true);
    expect(targetOf(story, profile)).toMatchObject({ tier: 3, priority: 'high' });
  });

  it('when a heading has a target, then it is told that no outcome is wanted by it', () => {
    const told = notices(filled({ GV: { targetPriority: 'High' } }));
    expect(told['target.headings']).toEqual({ count: 1, requirement: 'GV' });
  });
});
