import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyProgramme, fold } from '../../programme.ts';
import { given, type Story } from '../../testing/index.ts';

const iso = 'iso27001-2022';
const csf = 'nist-csf-2.0';

const undoLast = (story: Story) => story.done('undo', { entry: story.programme.position });

/** What is kept of everything that can be taken back, positions apart. */
function kept({ programme: { governance, controls } }: Story) {
  const { obligations, parties, issues, entities, scopeStatements, scopes, documents, actions } = governance;
  const plain = (record: object) =>
    Object.fromEntries(
      Object.entries(record).filter(
        ([name, value]) => !['seq', 'earlierFiles'].includes(name) && value !== undefined,
      ),
    );
  const tables = { obligations, parties, issues, entities, scopeStatements, scopes, documents, actions };
  const { relations, targets, statuses, targetHistory } = controls;
  return Object.fromEntries(
    Object.entries({ ...tables, relations, targets, statuses, targetHistory }).map(([name, table]) => [
      name,
      [...(table as Iterable<[string, object]>)]
        .map(([id, record]) => [id, Array.isArray(record) ? record : plain(record)] as const)
        .filter(([, record]) => !Array.isArray(record) || record.length > 0)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    ]),
  );
}

const added: Readonly<Record<string, object>> = {
  'obligations add': { kind: 'legal', title: 'Tell of incidents', asks: 'Within a day' },
  'parties add': { kind: 'customer', name: 'Anna', asks: 'Quiet' },
  'issues add': { kind: 'external', title: 'Floods', effect: 'Wet' },
  'entities add': { name: 'Havel GmbH', alone: { persons: 60 } },
  'documents add': { title: 'Policy', version: '1.0' },
  'actions add': { title: 'Move upstairs', resources: 'A van' },
  'scopes state': { scope: 'organisation', statement: 'All of it', cloud: true },
  'relations state': {
    from: [`${iso}/A.5.15`],
    to: `${csf}/PR.AA-05`,
    relation: 'SUP',
    rationaleKind: 'semantic',
    rationale: 'All of it',
  },
  'targets set': { requirement: 'PR.AA-05', tier: 3, rationale: 'The board' },
  'profiles status': { requirement: 'PR.AA-05', status: 'Half' },
};

/** What may be done to each, by the name of what added it: command, the member that names it, what is said. */
const turns: readonly (readonly [by: string, name: string, member: string, said: object])[] = [
  [
    'obligations add',
    'obligations change',
    'obligation',
    { title: 'Report', reference: 'Art. 23', asks: 'x' },
  ],
  ['obligations add', 'obligations end', 'obligation', { effective: '2025-12-31' }],
  ['parties add', 'parties change', 'party', { asks: 'Noise', owner: 'ben', reviewOn: '2027-01-01' }],
  ['parties add', 'parties end', 'party', {}],
  ['issues add', 'issues change', 'issue', { climate: true, owner: 'ben' }],
  ['issues add', 'issues end', 'issue', { reason: 'Dry' }],
  ['entities add', 'entities change', 'entity', { linked: true, group: { persons: 90 }, period: '2025' }],
  ['entities add', 'entities end', 'entity', {}],
  ['documents add', 'documents change', 'document', { version: '1.1', link: 'https://example.org' }],
  ['documents add', 'documents retire', 'document', { effective: '2025-12-31' }],
  ['actions add', 'actions change', 'action', { resources: null, due: '2026-12-31', what: 'All' }],
  ['actions add', 'actions close', 'action', { result: 'Done' }],
  ['actions add', 'actions reopen', 'action', { reason: 'Not done' }],
  ['scopes state', 'scopes state', 'scope', { exclusions: 'The canteen', cloud: null, ownPremises: true }],
  ['relations state', 'relations change', 'relationId', { relation: 'EQ', confidence: 'high' }],
  ['relations state', 'relations withdraw', 'relationId', { reason: 'No' }],
  ['targets set', 'targets set', 'profile', { requirement: 'PR.AA-05', tier: 4, notes: 'More' }],
  ['profiles status', 'profiles status', 'profile', { requirement: 'PR.AA-05', status: null, notes: 'y' }],
];

/** What each goes by once it was changed, for those who read a refusal. */
const called: Readonly<Record<string, string>> = {
  'obligations add': 'Report',
  'parties add': 'Anna',
  'issues add': 'Floods',
  'entities add': 'Havel GmbH',
  'documents add': 'Policy',
  'actions add': 'Move upstairs',
  'scopes state': 'Example',
  'relations state': 'A.5.15 → PR.AA-05',
  'targets set': 'PR.AA-05',
  'profiles status': 'PR.AA-05',
};

const practised = { code: 'OP-01', name: 'Practised', statement: 'It is practised', frequency: 'annual' };

function start(): Story & { profile: string } {
  const story = given(iso, csf);
  story.done('people add', { person: 'ben' });
  const profile = story.done('profiles create', { name: 'Today', framework: csf });
  return Object.assign(story, { profile });
}

const asked = (story: { profile: string }, name: string): object =>
  name === 'targets set' || name === 'profiles status'
    ? { profile: story.profile, ...added[name] }
    : (added[name] ?? {});

const idOf = (story: { profile: string }, by: string, id: string) =>
  by === 'targets set' || by === 'profiles status' ? story.profile : id;

describe('undoing what was done to a register, a relation or a profile', () => {
  it.each(Object.keys(added))(
    'given %s, when it is undone, then it is gone and may be done again',
    (name) => {
      const story = start();
      const before = kept(story);
      story.done(name, asked(story, name));
      expect(kept(story)).not.toEqual(before);
      undoLast(story);
      expect(kept(story)).toEqual(before);
      expect(story.refusal(name, asked(story, name))).toBe('');
    },
  );

  it.each(turns)('given %s and %s, when the latter is undone, then every member is as before', (...turn) => {
    const [by, name, member, said] = turn;
    const story = start();
    const id = story.done(by, asked(story, by));
    if (name === 'actions reopen') story.done('actions close', { action: id, result: 'Done' });
    const before = kept(story);
    story.on('2026-02-01').done(name, { [member]: idOf(story, by, id), ...said });
    const entry = story.programme.position;
    expect(kept(story)).not.toEqual(before);
    story.done('undo', { entry });
    expect(kept(story)).toEqual(before);
    expect(story.refusal('undo', { entry })).toBe('conflict undo.done');
  });

  it.each(turns)(
    'given %s and %s, when the former is undone, then it is refused as changed since',
    (...turn) => {
      const [by, name, member, said] = turn;
      const story = start();
      const id = story.done(by, asked(story, by));
      const entry = story.programme.position;
      if (name === 'actions reopen') story.done('actions close', { action: id, result: 'Done' });
      story.done(name, { [member]: idOf(story, by, id), ...said });
      if (name !== 'actions reopen')
        expect(story.refusal('undo', { entry })).toBe('conflict undo.changed-since');
      undoLast(story);
      if (name === 'actions reopen') return;
      // What was done and undone since does not count.
      expect(story.refusal('undo', { entry })).toBe('');
    },
  );

  it('given another says the same since, then what was there does not come back beside it', () => {
    const story = start();
    const obligation = story.done('obligations add', added['obligations add'] as object);
    story.done('obligations end', { obligation });
    const entry = story.programme.position;
    story.done('obligations add', added['obligations add'] as object);
    expect(story.refusal('undo', { entry })).toBe('conflict obligation.exists at title');
    const action = story.done('actions add', added['actions add'] as object);
    story.done('actions close', { action, result: 'Done' });
    const closed = story.programme.position;
    story.done('actions add', added['actions add'] as object);
    expect(story.refusal('undo', { entry: closed })).toBe('conflict action.exists at title');
    const relationId = story.done('relations state', added['relations state'] as object);
    story.done('relations withdraw', { relationId, reason: 'No' });
    const withdrawn = story.programme.position;
    story.done('relations state', { ...added['relations state'], relation: 'EQ' });
    expect(story.refusal('undo', { entry: withdrawn })).toBe('conflict relation.exists');
  });

  it('given an approved document was changed, then undoing makes it approved again, by whom it was and on each day', () => {
    const story = start().on('2026-01-10');
    const document = story.done('documents add', added['documents add'] as object);
    story.by('ben').done('documents approve', { document });
    const approved = story.programme.governance.documents.get(document);
    const entry = story.programme.position + 1;
    story.by('ana').on('2026-01-20').done('documents change', { document, version: '2.0' });
    expect(story.programme.governance.documents.get(document)?.status).toBe('draft');
    story.done('undo', { entry });
    const { seq: _seq, ...now } = story.programme.governance.documents.get(document)!;
    const { seq: _before, ...then } = approved!;
    expect(now).toEqual(then);
    expect(story.refusal('undo', { entry: entry - 1 })).toBe('conflict undo.decided');
  });

  it('given all of it is erased later, then what was taken back is read without its words', () => {
    const story = start();
    const document = story.done('documents add', added['documents add'] as object);
    story.done('documents change', { document, version: '2.0' });
    undoLast(story);
    const { documents } = fold(emptyProgramme, story.erased()).governance;
    expect(documents.get(document)).toMatchObject({ status: 'draft', version: '', title: '' });
    expect(documents.get(document)?.standings.map(({ value }) => value.version)).toEqual(['']);
  });

  it('given a relation was confirmed and changed, then undoing makes it confirmed again; the confirmation itself stays', () => {
    const story = start();
    const relationId = story.done('relations state', added['relations state'] as object);
    story.by('ben').done('relations confirm', { relationId });
    const entry = story.programme.position;
    story.by('ana').done('relations change', { relationId, relation: 'EQ' });
    undoLast(story);
    expect(story.programme.controls.relations.get(relationId)).toMatchObject({
      ...{ relation: 'SUP', status: 'confirmed', confirmedBy: 'ben', by: 'ana' },
    });
    expect(story.refusal('undo', { entry })).toBe('conflict undo.decided');
  });

  it('given a confirmed relation was withdrawn, then undoing makes it confirmed again, by whom it was and on that day', () => {
    const story = start();
    const relationId = story.done('relations state', added['relations state'] as object);
    story.by('ben').done('relations confirm', { relationId });
    const before = kept(story);
    story.by('ana').done('relations withdraw', { relationId, reason: 'No' });
    undoLast(story);
    expect(kept(story)).toEqual(before);
    expect(story.programme.controls.relations.get(relationId)?.confirmedBy).toBe('ben');
  });

  it('given the statement of a scope was the first, then the one that the scope was defined with is read again', () => {
    const story = start();
    const scope = story.done('scopes define', { name: 'Plant', statement: 'The plant' });
    story.done('scopes state', { scope, statement: 'The plant and its yard' });
    undoLast(story);
    expect(story.programme.governance.scopes.get(scope)?.statement).toBe('The plant');
    expect(story.programme.governance.scopeStatements.has(scope)).toBe(false);
  });

  it('given many actions in one go, then all of them go in one', () => {
    const story = start();
    const before = kept(story);
    story.done('actions add-many', { actions: [{ title: 'One' }, { title: 'Two' }] });
    undoLast(story);
    expect(kept(story)).toEqual(before);
    expect(story.programme.governance.actions.size).toBe(0);
  });

  it.each(Object.keys(called))(
    'given %s was changed since, then the refusal says what it is called',
    (name) => {
      const story = start();
      const id = story.done(name, asked(story, name));
      const entry = story.programme.position;
      const [, changing, member, said] = turns.find(([by]) => by === name)!;
      story.done(changing, { [member]: idOf(story, name, id), ...said });
      expect(story.tried('undo', { entry })).toMatchObject({
        code: 'undo.changed-since',
        params: { record: called[name] },
      });
    },
  );

  it.each([
    ['obligations add', 'obligation', 'Tell of incidents'],
    ['issues add', 'issue', 'Floods'],
    ['documents add', 'document', 'Policy'],
    ['parties add', 'party', 'Anna'],
  ])(
    'given an action is for what %s added, then it stays until the action is dropped',
    (by, kind, record) => {
      const story = start();
      const id = story.done(by, asked(story, by));
      const entry = story.programme.position;
      const action = story.done('actions add', { title: 'Look at it', closes: [{ kind, id }] });
      expect(story.tried('undo', { entry })).toMatchObject({
        code: 'undo.named-since',
        params: { record, by: 'Look at it' },
      });
      story.done('actions close', { action, status: 'dropped', result: 'Not now' });
      expect(story.refusal('undo', { entry })).toBe('');
    },
  );

  it.each([
    ['obligations add', 'obligation', 'Tell of incidents'],
    ['documents add', 'document', 'Policy'],
    ['actions add', 'action', 'Move upstairs'],
    ['entities add', 'entity', 'Havel GmbH'],
  ])('given what %s added is a piece of evidence, then it stays', (by, kind, record) => {
    const story = start();
    const control = story.done('controls add', practised);
    const id = story.done(by, asked(story, by));
    const entry = story.programme.position;
    const piece = { controls: [control], outcome: 'works', title: 'As kept' };
    story.done('evidence add', { ...piece, record: `${kind}/${id}` });
    expect(story.tried('undo', { entry })).toMatchObject({
      code: 'undo.named-since',
      params: { record, by: 'As kept' },
    });
  });

  it.each([
    ['obligations add', 'obligation'],
    ['documents add', 'document'],
    ['parties add', 'party'],
  ])('given what %s added was taken back, then no action and no evidence can name it', (by, kind) => {
    const story = start();
    const control = story.done('controls add', practised);
    const id = story.done(by, asked(story, by));
    story.done('undo', { entry: story.programme.position });
    const closes = [{ kind, id }];
    expect(story.refusal('actions add', { title: 'Look at it', closes })).toContain('subject.unknown');
    const piece = { controls: [control], outcome: 'works', title: 'As kept', record: `${kind}/${id}` };
    expect(story.refusal('evidence add', piece)).toContain('evidence.record-unknown');
  });

  it('given a control that was added was taken back, then no action can name it by the id it had', () => {
    const story = start();
    const id = story.done('controls add', practised);
    story.done('undo', { entry: story.programme.position });
    const closes = [{ kind: 'control', id }];
    expect(story.refusal('actions add', { title: 'Look at it', closes })).toContain('subject.unknown');
  });

  it('given an obligation is owed to a party, or is a reason of a decision, then neither can be as if it had never been', () => {
    const story = start();
    const party = story.done('parties add', asked(story, 'parties add'));
    const partyAdded = story.programme.position;
    const owed = { ...asked(story, 'obligations add'), party };
    const obligation = story.done('obligations add', owed);
    const obligationAdded = story.programme.position;
    expect(story.tried('undo', { entry: partyAdded })).toMatchObject({
      code: 'undo.named-since',
      params: { record: 'Anna', by: 'Tell of incidents' },
    });
    story.done('applicability decide', {
      ...{ framework: iso, requirement: 'A.5.24', applicable: true },
      reasons: [{ kind: 'law', text: 'Asked for', obligation }],
    });
    expect(story.tried('undo', { entry: obligationAdded })).toMatchObject({
      code: 'undo.named-since',
      params: { record: 'Tell of incidents', by: 'A.5.24' },
    });
  });

  it('names what is not undone in words of the field', () => {
    const story = start();
    const document = story.done('documents add', added['documents add'] as object);
    story.done('documents approve', { document });
    expect(story.tried('undo', { entry: story.programme.position })).toMatchObject({
      code: 'undo.decided',
      params: { deed: 'document approved', operation: 'documents approve' },
    });
  });
});

describe('undoing in reverse', () => {
  const course = fc.array(fc.record({ what: fc.nat({ max: 99 }), days: fc.nat({ max: 9 }) }), {
    maxLength: 25,
  });

  it('every command, the latest first, leads back through every state there was', () => {
    fc.assert(
      fc.property(course, (deeds) => {
        const story = start();
        const ids = new Map<string, string>();
        const states: { entry: number; was: unknown }[] = [];
        for (const { what, days } of deeds) {
          story.on(`2026-03-${10 + days}`);
          const was = kept(story);
          const [by, name, member, said] = turns[what % turns.length]!;
          const id = ids.get(by);
          const entry = story.programme.position + 1;
          if (id === undefined) ids.set(by, story.done(by, asked(story, by)));
          else story.tried(name, { [member]: idOf(story, by, id), ...said });
          if (story.programme.position >= entry) states.push({ entry, was });
        }
        story.on('2026-03-20');
        for (const { entry, was } of states.toReversed()) {
          story.done('undo', { entry });
          expect(kept(story)).toEqual(was);
        }
      }),
    );
  });
});
