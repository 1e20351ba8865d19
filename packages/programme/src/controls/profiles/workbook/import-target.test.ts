import { framework, hasWords, profileForm, type SentDocument } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../../testing/index.ts';
import { targetKey } from '../../profile.ts';

const csf = 'nist-csf-2.0';

function ground(): { story: Story; profile: string } {
  const story = given(csf);
  return { story, profile: story.done('profiles create', { name: 'Two years', framework: csf }) };
}

const targetOf = ({ programme }: Story, profile: string, requirement: string) =>
  programme.controls.targets.get(targetKey(profile, csf, requirement));

function workbook(head: readonly string[], ...lines: readonly (readonly string[])[]): SentDocument {
  const rows = [head, ...lines].map((cells, at) => ({ number: at + 1, cells }));
  return { kind: 'sheets', name: 'sector.xlsx', hash: 'b'.repeat(64), sheets: [{ name: 'Profile', rows }] };
}

/** A community profile, with the columns of its template. */
const community = workbook(
  [
    'CSF 2.0 Core',
    'CSF 2.0 Outcomes',
    'Priority (recommended)',
    'Rationale (recommended)',
    'Notes (optional)',
  ],
  ['PR.AA-05', 'Rights', 'High', 'Attacks on it', 'See the guide'],
  ['PR.AA-01', 'Identities', 'Medium', '', ''],
  ['PR.AA-02', 'Proofing', '', '', ''],
);

function told(story: Story, profile: string, said: object): Record<string, object> {
  const decision = story.when('profiles import-target', { profile, ...said });
  if ('refusal' in decision) throw new Error(JSON.stringify(decision.refusal));
  const { notices = [] } = decision;
  expect(notices.filter(({ code }) => !hasWords(`notice.${code}`))).toEqual([]);
  return Object.fromEntries(notices.map(({ code, params }) => [code, params]));
}

describe('given a file with the headings of a profile and none below that is meant', () => {
  const [head] = community.kind === 'sheets' ? (community.sheets[0]?.rows ?? []) : [];
  const headings = (head?.cells ?? []) as readonly string[];
  const refused = (document: SentDocument) => {
    const { story, profile } = ground();
    const refusal = story.tried('profiles import-target', { profile, document });
    expect(hasWords(`refusal.${refusal?.code}`)).toBe(true);
    return refusal;
  };

  it('when there is no row, then that is said of the sheet', () => {
    expect(refused(workbook(headings))).toMatchObject({
      code: 'profile.no-rows',
      params: { sheet: 'Profile' },
    });
  });

  it('when the rows speak of another framework, then that is said, with the first of them', () => {
    const other = workbook(headings, ['PR.AC-1', 'Identities', 'High', '', '']);
    expect(refused(other)).toMatchObject({
      code: 'profile.no-outcomes',
      params: { sheet: 'Profile', framework: csf, value: 'PR.AC-1' },
    });
  });

  it('when several sheets may be meant, then they are named, and the one that is said is taken', () => {
    const { story, profile } = ground();
    const [sheet] = community.kind === 'sheets' ? community.sheets : [];
    const sheets = ['Gaps', 'All'].map((name) => ({ name, rows: sheet?.rows ?? [] }));
    const document = { ...community, sheets } as SentDocument;
    const refusal = story.tried('profiles import-target', { profile, document });
    expect(refusal).toMatchObject({ code: 'profile.sheets', beside: { sheets: ['Gaps', 'All'] } });
    expect(story.tried('profiles import-target', { profile, document, sheet: 'All' })).toBeUndefined();
    expect(targetOf(story, profile, 'PR.AA-05')).toMatchObject({ priority: 'high' });
  });
});

describe('given a community profile', () => {
  it('when it is taken over, then what it wants is wanted, with where it comes from', () => {
    const { story, profile } = ground();
    story.done('profiles import-target', { profile, document: community });
    expect(targetOf(story, profile, 'PR.AA-05')).toMatchObject({
      wanted: true,
      priority: 'high',
      rationale: 'Attacks on it',
      notes: 'See the guide',
      source: { kind: 'workbook', name: 'sector.xlsx', hash: 'b'.repeat(64) },
    });
    expect(targetOf(story, profile, 'PR.AA-01')).toMatchObject({ priority: 'medium' });
    expect(targetOf(story, profile, 'PR.AA-02')).toBeUndefined();
    expect(story.programme.controls.statuses.isEmpty()).toBe(true);
  });

  it('when a target of our own stands there, then it is kept unless it is to be replaced', () => {
    const { story, profile } = ground();
    const own = { profile, requirement: 'PR.AA-05', priority: 'low', due: '2027-01-01', rationale: 'Ours' };
    story.done('targets set', own);
    expect(told(story, profile, { document: community })['target.kept']).toEqual({
      count: 1,
      requirement: 'PR.AA-05',
    });
    story.done('profiles import-target', { profile, document: community });
    expect(targetOf(story, profile, 'PR.AA-05')).toMatchObject({ priority: 'low', rationale: 'Ours' });
    story.done('profiles import-target', { profile, document: community, replace: true });
    const replaced = { priority: 'high', rationale: 'Attacks on it', due: '2027-01-01' };
    expect(targetOf(story, profile, 'PR.AA-05')).toMatchObject(replaced);
  });

  it('when it is taken over again, then nothing changes; what was set since is our own', () => {
    const { story, profile } = ground();
    story.done('profiles import-target', { profile, document: community });
    expect(told(story, profile, { document: community })['target.taken-over']).toEqual({
      source: 'sector.xlsx',
      set: 0,
      same: 2,
    });
    story.done('targets set', { profile, requirement: 'PR.AA-05', priority: 'low' });
    expect(targetOf(story, profile, 'PR.AA-05')).not.toHaveProperty('source');
    expect(told(story, profile, { document: community })['target.kept']).toMatchObject({ count: 1 });
  });

  it('when a workbook of the organisation is read, then only what it wants is taken over', () => {
    const { story, profile } = ground();
    const heads = profileForm().columns.map(({ heading }) => heading);
    const line = (outcome: string, cells: Readonly<Record<string, string>>) =>
      profileForm().columns.map(({ member }) => (member === 'outcome' ? outcome : (cells[member] ?? '')));
    const document = workbook(
      heads,
      line('PR.AA-05', { included: 'No', targetTier: '3' }),
      line('PR.AA-01', { included: 'Yes', status: 'Theirs', targetTier: '3', targetPolicies: 'A policy' }),
      line('PR.AA-02', { included: 'Yes' }),
      line('PR.AA-03', { included: 'Yes', targetPriority: 'N/A', targetPolicies: '-', targetRoles: 'none' }),
      line('PR.AA-04', { targetPriority: 'Not wanted', targetTier: '3' }),
      line('RC', { included: 'No' }),
      line('PR.AA', { included: 'Yes' }),
      line('RC.CO', { targetTier: '2' }),
      line('RC.CO-03', { targetTier: '2' }),
      line('RC.CO-04', { included: 'Yes', targetTier: '2' }),
    );
    const { 'target.silent': silent } = told(story, profile, { document });
    expect(silent).toEqual({ count: 2, requirement: 'PR.AA-02' });
    story.done('profiles import-target', { profile, document, priority: 'low' });
    expect(targetOf(story, profile, 'PR.AA-05')).toBeUndefined();
    const wanted = { wanted: true, tier: 3, policies: 'A policy', priority: 'low' };
    expect(targetOf(story, profile, 'PR.AA-01')).toMatchObject(wanted);
    for (const empty of ['PR.AA-02', 'PR.AA-03', 'RC.CO', 'RC.CO-03'])
      expect(targetOf(story, profile, empty)).toBeUndefined();
    expect(targetOf(story, profile, 'PR.AA-04')).toMatchObject({ wanted: false, tier: 3 });
    expect(targetOf(story, profile, 'PR.AA-04')?.priority).toBeUndefined();
    expect(targetOf(story, profile, 'RC.CO-04')).toMatchObject({ wanted: true, tier: 2 });
    expect(story.programme.controls.statuses.isEmpty()).toBe(true);
  });
});

it('given a workbook without target columns, then what it includes is wanted, headings with their outcomes', () => {
  const { story, profile } = ground();
  const lines = [
    ['PR.AA', 'Yes'],
    ['PR.AA-02', 'No'],
    ['RC.CO-03', ''],
    ['GV.OC-01', 'Yes'],
  ];
  const document = workbook(['CSF Outcome', 'Included in Profile?'], ...lines);
  story.done('profiles import-target', { profile, document });
  const wanted = [...story.programme.controls.targets.keys()].map((key) => key.split('/')[1]).sort();
  const all = ['GV.OC-01', 'PR.AA-01', 'PR.AA-03', 'PR.AA-04', 'PR.AA-05', 'PR.AA-06'];
  expect(wanted).toEqual(all);
});

describe('given a selection of the framework', () => {
  const oscal = (ids: readonly string[]): SentDocument => ({
    kind: 'value',
    name: 'baseline.json',
    hash: 'c'.repeat(64),
    value: {
      profile: {
        uuid: '8b3beca1-fcdc-43e0-aebb-ffc0a080c486',
        metadata: {
          title: 'CSF 2.0 small office',
          'last-modified': '2026-01-01T00:00:00Z',
          version: '1',
          'oscal-version': '1.1.2',
        },
        imports: [{ href: 'NIST_CSF_v2.0_catalog.json', 'include-controls': [{ 'with-ids': ids }] }],
      },
    },
  });

  it('when an OSCAL profile is sent, then what it selects is wanted', () => {
    const { story, profile } = ground();
    const document = oscal(['pr.aa-05', 'pr.aa-01']);
    story.done('profiles import-target', { profile, document, priority: 'high' });
    expect(story.programme.controls.targets.size).toBe(2);
    expect(targetOf(story, profile, 'PR.AA-05')).toMatchObject({
      wanted: true,
      priority: 'high',
      source: { kind: 'selection', name: 'CSF 2.0 small office' },
    });
  });

  it('when it was imported before, then its name is enough, and another is refused by what there is', () => {
    const { story, profile } = ground();
    story.done('catalogue import', { document: oscal(['pr.aa-05']) });
    const id = story.programme.governance.editions.first()?.framework.selections?.[0]?.id ?? '';
    story.done('profiles import-target', { profile, selection: id });
    expect(targetOf(story, profile, 'PR.AA-05')?.wanted).toBe(true);
    const refusal = story.tried('profiles import-target', { profile, selection: 'none' });
    expect(refusal).toMatchObject({ code: 'target.selection-unknown', params: { known: id } });
  });

  it('when neither a file nor a selection is named, or both, or a file that selects nothing of it, then it is refused', () => {
    const { story, profile } = ground();
    const refusal = (said: object) => story.refusal('profiles import-target', { profile, ...said });
    expect(refusal({})).toBe('invalid target.one-source at file');
    expect(refusal({ document: community, selection: 'x' })).toBe('invalid target.one-source at file');
    const other = { kind: 'value', name: 'a.json', hash: 'd'.repeat(64), value: { a: 1 } };
    expect(refusal({ document: other })).toBe('refused target.no-selection at file');
  });

  it('when another framework is profiled, then any of its selections will do', () => {
    const story = given('nist-sp-800-53r5');
    const [first] = framework('nist-sp-800-53r5')?.selections ?? [];
    const profile = story.done('profiles create', { name: 'Base', framework: 'nist-sp-800-53r5' });
    story.done('profiles import-target', { profile, selection: first?.id });
    expect(story.programme.controls.targets.size).toBe(first?.requirements.length);
  });
});
