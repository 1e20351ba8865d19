import { hasWords, oscalNamespace } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../../testing/index.ts';

const people = [{ id: 'ben', name: 'Ben Bauer', mail: 'ben@example.org' }];

const own = (name: string, value: string, remarks?: string) => ({
  name,
  ns: oscalNamespace,
  value,
  ...(remarks === undefined ? {} : { remarks }),
});

const implementing = (control: string, more: object = {}) => [
  {
    uuid: 'i',
    source: 'https://example.org/iso27001-2022.json',
    description: 'x',
    'implemented-requirements': [{ uuid: 'r', 'control-id': control, description: 'As agreed', ...more }],
  },
];

const foreign = {
  uuid: 'f-1',
  type: 'software',
  title: 'Gate server',
  description: 'Lets people in.',
  'control-implementations': implementing('A.5.15'),
};

const ours = {
  uuid: 'o-1',
  type: 'process-procedure',
  title: 'Access reviews',
  description: 'Accounts are reviewed.',
  props: [
    own('code', 'AC-01'),
    own('owner', 'Ben Bauer'),
    own('frequency', 'quarterly'),
    own('usualEvidence', 'Review notes'),
    own('usualEvidence', 'List of accounts'),
    own('test', 'Read the notes. Ask.', 'Read the notes.\nAsk.'),
    own('conditionHolds', 'yes'),
    own('implementation', 'operating'),
    { name: 'family', value: 'of somebody else' },
  ],
  'control-implementations': implementing('A.5.18', {
    props: [own('contribution', 'part'), own('confidence', 'low'), own('state', 'confirmed')],
    remarks: 'Only reviews',
  }),
};

const documentOf = (value: unknown) => ({ kind: 'value', name: 'c.json', hash: 'a'.repeat(64), value });
const definition = (...components: readonly object[]) =>
  documentOf({ 'component-definition': { components } });

function ground(): Story {
  const story = given('iso27001-2022').on('2026-06-01');
  story.done('people add', { person: 'ben' });
  return story;
}

function faults(story: Story, document: object, choices: object = {}) {
  const { errors = [] } = story.tried('controls import', { document, people, ...choices }) ?? {};
  expect(errors.filter(({ code }) => !hasWords(`refusal.${code}`))).toEqual([]);
  return errors.map(({ at, code }) => `${at} ${code}`);
}

const controlOf = ({ programme: { controls } }: Story, code: string) =>
  controls.controls.get(controls.byCode.get(code) ?? '');
const claimsOf = ({ programme: { controls } }: Story) => [...controls.claims.values()];

describe('given a component-definition of others', () => {
  it('when it is imported, then its controls are drafts that are planned, and its claims are proposed', () => {
    const story = ground();
    story.done('controls import', { document: definition(foreign), people, confirm: true });
    expect(controlOf(story, 'GATE-SERVER')).toMatchObject({
      name: 'Gate server',
      statement: 'Lets people in.',
      design: 'draft',
      implementation: [{ from: '', value: 'planned' }],
      source: 'component-definition/f-1',
    });
    expect(claimsOf(story)).toMatchObject([
      { requirement: 'A.5.15', contribution: 'contributes', state: 'proposed', rationale: 'As agreed' },
    ]);
  });

  it('when it is imported again with another text, then the same control is changed', () => {
    const story = ground();
    story.done('controls import', { document: definition(foreign), people });
    const again = { ...foreign, description: 'Keeps people out.' };
    story.done('controls import', { document: definition(again), people });
    expect(story.programme.controls.controls.size).toBe(1);
    expect(controlOf(story, 'GATE-SERVER')?.statement).toBe('Keeps people out.');
  });

  it('when its code is that of a control of our own, then that is refused at the component', () => {
    const story = ground();
    story.done('controls add', { code: 'gate-server', name: 'Our own' });
    expect(faults(story, definition(foreign))).toEqual([
      '/component-definition/components/0/uuid table.source-kept',
    ]);
  });

  it('when requirements, names or lengths are wrong, then every fault has its pointer', () => {
    const wrong = [
      { ...foreign, title: '', 'control-implementations': implementing('A.99.1') },
      { ...foreign, title: 'x'.repeat(201), description: 'y'.repeat(10_001) },
      { ...foreign, title: 7, description: [] },
    ];
    expect(faults(ground(), definition(...wrong))).toEqual([
      '/component-definition/components/2/description import.text-expected',
      '/component-definition/components/0 table.empty',
      '/component-definition/components/1/title table.too-long',
      '/component-definition/components/1/description table.too-long',
      expect.stringMatching(
        /^\/component-definition\/components\/0\/control-implementations\/0\/implemented-requirements\/0\/control-id table\.requirement/,
      ),
    ]);
  });

  it('when the framework is not adopted, then it says so at the source', () => {
    const story = given('nist-csf-2.0').on('2026-06-01');
    expect(faults(story, definition(foreign))).toEqual([
      '/component-definition/components/0/control-implementations/0/source table.framework-not-adopted',
    ]);
  });

  it('when its source names no framework, then one can be named, else its claims are left out', () => {
    const nobodys = [{ ...foreign['control-implementations'][0], source: '#nothing' }];
    const document = definition({ ...foreign, 'control-implementations': nobodys });
    const without = ground();
    without.done('controls import', { document, people });
    expect(claimsOf(without)).toEqual([]);
    const named = ground();
    named.done('controls import', { document, people, framework: 'iso27001-2022' });
    expect(claimsOf(named)).toHaveLength(1);
  });
});

describe('given a component-definition of ours', () => {
  it('when it is imported, then every member is as it was, and what is confirmed there on request', () => {
    const story = ground();
    story.done('controls import', { document: definition(ours), people, confirm: true });
    expect(controlOf(story, 'AC-01')).toMatchObject({
      name: 'Access reviews',
      statement: 'Accounts are reviewed.',
      owner: 'ben',
      frequency: 'quarterly',
      usualEvidence: ['Review notes', 'List of accounts'],
      test: 'Read the notes.\nAsk.',
      conditionHolds: true,
      implementation: [{ value: 'operating' }],
    });
    expect(controlOf(story, 'AC-01')).not.toHaveProperty('family');
    expect(claimsOf(story)).toMatchObject([
      { contribution: 'part', confidence: 'low', state: 'confirmed', rationale: 'Only reviews' },
    ]);
  });

  it('when nobody here is called as its owner, then it has none, and that is told', () => {
    const story = ground();
    const asked = { document: definition(ours), people: [], confirm: false };
    const decision = story.when('controls import', asked);
    const notices = 'facts' in decision ? (decision.notices ?? []) : [];
    expect(notices).toContainEqual({
      code: 'import.owners-unknown',
      params: { count: 1, example: 'Ben Bauer' },
    });
    expect(decision).toMatchObject({ beside: { strangers: [{ name: 'Ben Bauer' }] } });
    story.done('controls import', asked);
    expect(controlOf(story, 'AC-01')?.owner).toBeUndefined();
  });

  it('when a later version has a member that nobody knows, then it is refused where it stands', () => {
    const later = { ...ours, props: [...ours.props, own('colour', 'red')] };
    expect(faults(ground(), definition(later))).toEqual([
      '/component-definition/components/0/props/9/value table.column-unknown',
    ]);
  });
});

describe('given a control that a component-definition of ours has as retired', () => {
  const retired = { ...ours, props: [...ours.props, own('retiredOn', '2026-03-31')] };
  const noticesOf = (story: Story, asked: object) => {
    const decision = story.when('controls import', asked);
    return 'facts' in decision ? (decision.notices ?? []).map(({ code }) => code) : [];
  };

  it('when it is imported, then it is added with its claims and retired since that day', () => {
    const story = ground();
    const asked = { document: definition(retired), people, confirm: true };
    expect(noticesOf(story, asked)).toContain('import.retired');
    story.done('controls import', asked);
    expect(controlOf(story, 'AC-01')).toMatchObject({ name: 'Access reviews', retiredOn: '2026-03-31' });
    expect(claimsOf(story)).toMatchObject([{ requirement: 'A.5.18', state: 'confirmed' }]);
    expect(story.when('controls import', asked)).toMatchObject({ facts: [] });
  });

  it('when it is in use here, then it stays so, and that is told', () => {
    const story = ground();
    story.done('controls import', { document: definition(ours), people, confirm: true });
    const asked = { document: definition(retired), people, confirm: true };
    expect(noticesOf(story, asked)).toContain('import.kept-in-use');
    expect(story.when('controls import', asked)).toMatchObject({ facts: [] });
  });

  it('when more is claimed of it than here, where it is retired, then that is refused', () => {
    const story = ground();
    story.done('controls import', { document: definition(retired), people });
    const more = { ...retired, 'control-implementations': implementing('A.5.15') };
    expect(faults(story, definition(more))).toEqual([
      expect.stringMatching(/implemented-requirements\/0 table\.retired$/),
    ]);
  });

  it('when the day is none, or to come, then that is refused where it stands', () => {
    const since = (day: string) => definition({ ...ours, props: [...ours.props, own('retiredOn', day)] });
    const at = '/component-definition/components/0/props/9/value';
    expect(faults(ground(), since('last spring'))).toEqual([`${at} table.day`]);
    expect(faults(ground(), since('2026-06-02'))).toEqual([`${at} table.day-future`]);
  });
});

describe('given our own JSON form', () => {
  it('when a framework is named for it, then that is refused, for it means nothing there', () => {
    const document = documentOf({ controls: [{ code: 'X-1', name: 'X' }] });
    expect(faults(ground(), document, { framework: 'iso27001-2022' })).toEqual([
      'framework table.framework-idle',
    ]);
  });
});

describe('given a component-definition with nothing in it', () => {
  it.each([{}, { components: [] }, { uuid: 'x', metadata: {} }])(
    'when %j is imported, then it is refused where the components would be',
    (value) => {
      const document = documentOf({ 'component-definition': value });
      expect(faults(ground(), document)).toEqual(['/component-definition/components import.no-components']);
    },
  );
});

describe('given another OSCAL document', () => {
  it.each([
    'catalog',
    'profile',
    'mapping-collection',
    'system-security-plan',
    'assessment-results',
    'plan-of-action-and-milestones',
  ])('when a %s is imported as controls, then it says what is taken in', (model) => {
    const document = documentOf({ [model]: { uuid: 'x' } });
    expect(ground().refusal('controls import', { document, people })).toContain('table.other-document');
  });
});
