import { given, type Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { type Reader, seesAll } from '../reader.ts';
import { answered } from '../testing/asked.ts';
import {
  actionList,
  actionSheet,
  documentList,
  documentSheet,
  entityList,
  entitySheet,
  issueList,
  issueSheet,
  obligationList,
  obligationSheet,
  partyList,
  partySheet,
  scopeList,
} from './index.ts';

const iso = 'iso27001-2022';
const ben: Reader = { person: 'ben', sees: 'own' };
const page = { offset: 0, limit: 50 };

function ground() {
  const story = given(iso).on('2026-03-01');
  for (const person of ['ben', 'cleo']) story.done('people add', { person });
  return story;
}

const ask = (story: Story, reader = seesAll, on = story.today) => ({
  programme: story.programme,
  on,
  reader,
});
const titles = ({ rows }: { rows: readonly { title: string }[] }) => rows.map(({ title }) => title);

describe('the list of actions', () => {
  function told() {
    const story = ground();
    const control = story.done('controls add', { code: 'AC-01', name: 'Access', owner: 'cleo' });
    const add = (title: string, more: object = {}) => story.done('actions add', { title, ...more });
    const ids = {
      never: add('never'),
      late: add('late', { due: '2026-03-10', owner: 'ben', closes: [{ kind: 'control', id: control }] }),
      soon: add('soon', { due: '2026-03-05', closes: [{ kind: 'requirement', id: `${iso}/A.5.15` }] }),
    };
    return { story, ids, control };
  }

  it('has the earliest due first, and what is never due last, a page at a time', () => {
    const { story } = told();
    expect(titles(actionList(ask(story), page))).toEqual(['soon', 'late', 'never']);
    expect(actionList(ask(story), { offset: 1, limit: 1 })).toMatchObject({
      total: 3,
      rows: [{ title: 'late' }],
    });
  });

  it('tells of each day what was open then, and what was overdue', () => {
    const { story, ids } = told();
    story.on('2026-03-08').done('actions close', { action: ids.soon, result: 'Good' });
    story.done('actions add', { title: 'new', due: '2026-03-08' });
    const on = (day: string, more: object = {}) =>
      titles(actionList(ask(story, seesAll, day), { ...page, ...more }));
    expect(on('2026-02-28')).toEqual([]);
    expect(on('2026-03-05', { overdue: true })).toEqual([]);
    expect(on('2026-03-06', { overdue: true })).toEqual(['soon']);
    expect(on('2026-03-06', { status: 'open' })).toEqual(['soon', 'late', 'never']);
    expect(on('2026-03-08', { status: 'done' })).toEqual(['soon']);
    expect(on('2026-03-20', { overdue: true })).toEqual(['new', 'late']);
    expect(on('2026-03-20', { overdue: false })).toEqual(['soon', 'never']);
    const [before] = actionList(ask(story, seesAll, '2026-03-07'), page).rows;
    expect(before).toMatchObject({ title: 'soon', status: 'open', result: '', closedOn: undefined });
  });

  it('is asked for an owner, for nobody, and for what is closed, a control by its code too', () => {
    const { story, control } = told();
    const of = (more: object) => titles(actionList(ask(story), { ...page, ...more }));
    expect(of({ owner: 'ben' })).toEqual(['late']);
    expect(of({ owner: '' })).toEqual(['soon', 'never']);
    expect(of({ subject: `requirement:${iso}/A.5.15` })).toEqual(['soon']);
    expect([of({ subject: 'control:AC-01' }), of({ subject: `control:${control}` })]).toEqual([
      ['late'],
      ['late'],
    ]);
    expect(of({ subject: 'control:AC-02' })).toEqual([]);
  });

  it('shows who sees only their own what is theirs, counts the others, and names nothing of anybody else', () => {
    const { story, ids } = told();
    const list = actionList(ask(story, ben), page);
    expect(list).toMatchObject({ total: 1, hidden: 2, rows: [{ title: 'late', about: ['control'] }] });
    expect(actionList(ask(story), page).rows[1]).toMatchObject({ about: ['AC-01'] });
    expect(actionSheet(ask(story, ben), ids.late)).toMatchObject({ title: 'late' });
    const hidden = actionSheet(ask(story, ben), ids.soon);
    expect(hidden).toEqual({ ...(actionSheet(ask(story), 'x') as object), ...refusalOf(ids.soon) });
  });

  const refusalOf = (action: string) => ({
    refusal: { kind: 'missing', code: 'action.unknown', params: { action }, path: 'action' },
  });

  it('says what each closes in words', () => {
    const story = ground();
    story.done('controls add', { code: 'AC-01', name: 'Access', frequency: 'annual' });
    const link = 'https://example.org';
    const evidence = story.done('evidence add', {
      controls: ['AC-01'],
      outcome: 'works',
      title: 'Log',
      link,
    });
    const profile = story.done('profiles create', { name: 'Target', framework: iso });
    story.done('targets set', { profile, requirement: 'A.5.1' });
    const scope = story.done('scopes define', { name: 'Site' });
    const party = story.done('parties add', { kind: 'owner', name: 'Family', asks: 'x' });
    const issue = story.done('issues add', { kind: 'internal', title: 'Growth', effect: 'x' });
    const obligation = story.done('obligations add', { kind: 'legal', title: 'Law', asks: 'x' });
    const document = story.done('documents add', { title: 'Policy' });
    const closes = [
      ...Object.entries({ evidence, scope, party, issue, obligation, document }).map(([kind, id]) => ({
        kind,
        id,
      })),
      { kind: 'target', id: `${profile}:${iso}/A.5.1` },
    ];
    const action = story.done('actions add', { title: 'All', closes, owner: 'ben' });
    const names = ['Log', 'Site', 'Family', 'Growth', 'Law', 'Policy', `${iso}/A.5.1`];
    expect(answered(actionSheet(ask(story), action)).about).toEqual(names);
    const kinds = ['evidence', 'Site', 'party', 'issue', 'obligation', 'document', `${iso}/A.5.1`];
    expect(answered(actionSheet(ask(story, ben), action)).about).toEqual(kinds);
  });
});

describe('the context', () => {
  function told() {
    const story = ground();
    const party = story.done('parties add', {
      kind: 'authority',
      name: 'Authority',
      asks: 'x',
      owner: 'cleo',
    });
    const requirements = [{ framework: iso, requirement: 'A.5.24' }];
    const law = story.done('obligations add', {
      kind: 'legal',
      title: 'Law',
      asks: 'x',
      party,
      requirements,
      owner: 'ben',
      reviewOn: '2026-04-01',
    });
    const contract = story.done('obligations add', {
      kind: 'contractual',
      title: 'Contract',
      asks: 'x',
      party,
    });
    story.done('obligations end', { obligation: contract });
    const issue = story.done('issues add', { kind: 'internal', title: 'Growth', effect: 'x', owner: 'ben' });
    const closes = [
      { kind: 'obligation', id: law },
      { kind: 'issue', id: issue },
      { kind: 'party', id: party },
    ];
    const action = story.done('actions add', { title: 'Do', closes, due: '2026-03-05' });
    return { story, party, law, contract, issue, action };
  }

  it('lists obligations by title as they stand on the day, by kind, standing and what they call for', () => {
    const { story } = told();
    const of = (more: object, on = story.today) =>
      titles(obligationList(ask(story, seesAll, on), { ...page, ...more }));
    expect(of({})).toEqual(['Contract', 'Law']);
    expect(of({ state: 'in-force' })).toEqual(['Law']);
    expect(of({ state: 'in-force' }, '2026-02-28')).toEqual(['Contract', 'Law']);
    expect([of({ kind: 'contractual' }), of({ scope: 'x' })]).toEqual([['Contract'], []]);
    expect(of({ framework: iso, requirement: 'A.5.24' })).toEqual(['Law']);
    expect([of({ framework: iso, requirement: 'A.5.25' }), of({ framework: 'x' })]).toEqual([[], []]);
  });

  it('says when a review is overdue: after its day, and not once it has ended', () => {
    const { story, contract } = told();
    const overdue = (on: string) =>
      obligationList(ask(story, seesAll, on), page).rows.map((row) => row.reviewOverdue);
    expect([overdue('2026-04-01'), overdue('2026-04-02')]).toEqual([
      [false, false],
      [false, true],
    ]);
    expect(answered(obligationSheet(ask(story), contract))).toMatchObject({
      state: 'ended',
      partyName: 'Authority',
    });
  });

  it('shows each with the actions on it, and with what is owed to a party', () => {
    const { story, party, law, contract, issue, action } = told();
    const on = ask(story, seesAll, '2026-03-06');
    const actions = [{ id: action, title: 'Do', status: 'open', due: '2026-03-05', overdue: true }];
    expect(obligationSheet(on, law)).toMatchObject({ actions, hiddenActions: 0 });
    expect(issueSheet(on, issue)).toMatchObject({ actions, state: 'in-force' });
    expect(partySheet(on, party)).toMatchObject({
      actions,
      obligations: [
        { id: law, state: 'in-force' },
        { id: contract, state: 'ended' },
      ],
    });
  });

  it('shows who sees only their own what is theirs, and counts the rest', () => {
    const { story, party, law, contract } = told();
    const mine = ask(story, ben);
    expect(obligationList(mine, page)).toMatchObject({ total: 1, hidden: 1, rows: [{ title: 'Law' }] });
    expect(obligationList(mine, page).rows[0]).not.toHaveProperty('partyName');
    expect(obligationSheet(mine, law)).toMatchObject({ actions: [], hiddenActions: 1 });
    expect(partyList(mine, page)).toMatchObject({ total: 0, hidden: 1 });
    expect(issueList(mine, page)).toMatchObject({ total: 1, hidden: 0 });
    for (const refused of [partySheet(mine, party), obligationSheet(mine, contract)])
      expect(refused).toMatchObject({ refusal: { kind: 'missing' } });
    expect(partySheet(ask(story, { person: 'cleo', sees: 'own' }), party)).toMatchObject({
      obligations: [],
      hiddenObligations: 2,
    });
  });

  it('lists every scope with what was stated of it, to others than its owner in part', () => {
    const story = ground();
    const site = story.done('scopes define', { name: 'Site', statement: 'One building' });
    story.done('scopes state', {
      scope: 'organisation',
      statement: 'All',
      boundaries: 'Fence',
      owner: 'cleo',
    });
    expect(scopeList(ask(story))).toMatchObject({
      total: 2,
      hidden: 0,
      rows: [
        {
          id: 'organisation',
          name: 'Example',
          statement: 'All',
          boundaries: 'Fence',
          revision: story.programme.position,
        },
        { id: site, name: 'Site', statement: 'One building' },
      ],
    });
    const [whole] = scopeList(ask(story, ben)).rows;
    expect(whole).toMatchObject({ statement: 'All' });
    expect(whole).not.toHaveProperty('boundaries');
    expect(scopeList(ask(story, ben)).hidden).toBe(1);
  });
});

describe('the legal entities', () => {
  it('are shown with what their activities and designations mean', () => {
    const story = ground();
    const entity = story.done('entities add', {
      name: 'Havelmark',
      activities: ['I.9.1'],
      designations: ['critical-entity'],
      owner: 'ben',
    });
    const former = story.done('entities add', { name: 'Former' });
    story.done('entities end', { entity: former });
    expect(entitySheet(ask(story), entity)).toMatchObject({
      state: 'in-force',
      doing: [{ id: 'I.9.1', name: 'Managed service providers' }],
      designated: [{ id: 'critical-entity', provision: 'Article 2(3)' }],
    });
    expect(entitySheet({ ...ask(story), language: 'de' }, entity)).toMatchObject({
      doing: [{ id: 'I.9.1', sector: { name: 'Verwaltung von IKT-Diensten (Business-to-Business)' } }],
    });
    const names = (more: object, reader = seesAll) =>
      entityList(ask(story, reader), { ...page, ...more }).rows.map(({ name }) => name);
    expect([names({}), names({ state: 'ended' }), names({}, ben)]).toEqual([
      ['Former', 'Havelmark'],
      ['Former'],
      ['Havelmark'],
    ]);
    expect(entitySheet(ask(story, ben), former)).toMatchObject({ refusal: { code: 'entity.unknown' } });
  });
});

describe('the documents', () => {
  it('are shown as they stood on the day, with the needs that they meet', () => {
    const story = ground();
    const meets = [{ framework: iso, need: 'DOC-02' }];
    const document = story.done('documents add', {
      title: 'Policy',
      meets,
      owner: 'ben',
      reviewOn: '2026-03-04',
    });
    story.done('documents add', { title: 'Minutes', kind: 'record' });
    story.on('2026-03-02').done('documents approve', { document });
    story.on('2026-03-10').done('documents retire', { document });
    const on = (day: string) => answered(documentSheet(ask(story, seesAll, day), document));
    expect(['2026-03-01', '2026-03-02', '2026-03-09', '2026-03-10'].map((day) => on(day).status)).toEqual([
      'draft',
      'approved',
      'approved',
      'retired',
    ]);
    expect([on('2026-03-04'), on('2026-03-05'), on('2026-03-10')].map((row) => row.reviewOverdue)).toEqual([
      false,
      true,
      false,
    ]);
    expect(on('2026-03-02').needs).toMatchObject([{ id: 'DOC-02', requirement: '5.2' }]);
    const of = (more: object) => titles(documentList(ask(story), { ...page, ...more }));
    expect([of({}), of({ need: 'DOC-02' }), of({ kind: 'record' }), of({ status: 'retired' })]).toEqual([
      ['Minutes', 'Policy'],
      ['Policy'],
      ['Minutes'],
      ['Policy'],
    ]);
    expect([of({ framework: 'x' }), of({ scope: 'organisation', status: 'draft' })]).toEqual([
      [],
      ['Minutes'],
    ]);
    expect(documentList(ask(story, ben), page)).toMatchObject({ total: 1, hidden: 1 });
  });
});
