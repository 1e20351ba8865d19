import { describe, expect, it } from 'vitest';
import { fold } from '../../programme.ts';
import { given, type Story } from '../../testing/index.ts';

const iso = 'iso27001-2022';
const said = {
  kind: 'legal',
  title: 'Incident reporting',
  reference: 'Article 23',
  asks: 'Tell the authority within a day.',
};

function ground(): { story: Story; party: string; scope: string } {
  const story = given(iso).on('2026-03-01');
  story.done('people add', { person: 'ben' });
  const scope = story.done('scopes define', { name: 'Site' });
  const party = story.done('parties add', { kind: 'authority', name: 'Authority', asks: 'Reports' });
  return { story, party, scope };
}

const all = (story: Story) => story.programme.governance.obligations;

describe('given nothing, when an obligation is added', () => {
  it('then it is kept with all that it refers to, and its texts can be erased', () => {
    const { story, party, scope } = ground();
    const requirements = [
      { framework: iso, requirement: 'A.5.24' },
      { framework: iso, requirement: 'A.5.24' },
    ];
    const input = { ...said, party, requirements, owner: 'ben', reviewOn: '2027-03-01', scope };
    expect(story.when('obligations add', input)).toMatchObject({
      facts: [{ type: 'ObligationAdded', erasable: ['title', 'reference', 'asks'] }],
    });
    const id = story.done('obligations add', input);
    expect(all(story).get(id)).toEqual({
      ...input,
      requirements: requirements.slice(1),
      id,
      seq: story.programme.position,
    });
  });

  it('then what it refers to has to be there', () => {
    const { story } = ground();
    const refused = (more: object) => story.refusal('obligations add', { ...said, ...more });
    expect(refused({ owner: 'nobody' })).toBe('refused person.unknown at owner');
    expect(refused({ scope: 'nowhere' })).toBe('refused scope.unknown at scope');
    expect(refused({ party: 'nobody' })).toBe('refused party.unknown at party');
    const of = (framework: string, requirement: string) => [
      { framework: iso, requirement: 'A.5.1' },
      { framework, requirement },
    ];
    expect(refused({ requirements: of('nist-csf-2.0', 'GV.OC-03') })).toBe(
      'conflict framework.not-adopted at requirements[1].framework',
    );
    expect(refused({ requirements: of(iso, 'A.99') })).toMatch(
      /^refused requirement\.unknown(-near)? at requirements\[1\]\.requirement$/,
    );
    expect(refused({ requirements: of(iso, 'A.5') })).toBe(
      'refused requirement.not-assessable at requirements[1].requirement',
    );
  });

  it('then the same kind and title in the same scope is a conflict, and in another scope is not', () => {
    const { story, scope } = ground();
    const id = story.done('obligations add', said);
    expect(story.refusal('obligations add', said)).toBe('conflict obligation.exists at title');
    expect(JSON.stringify(story.when('obligations add', said))).toContain(id);
    story.done('obligations add', { ...said, scope });
    story.done('obligations add', { ...said, kind: 'regulatory' });
    expect(all(story).size).toBe(3);
  });

  it('then a day of review that is past is kept, and told', () => {
    const { story } = ground();
    const told = (reviewOn: string) => story.when('obligations add', { ...said, reviewOn });
    expect(told('2026-02-28')).toMatchObject({
      facts: [{}],
      notices: [{ code: 'review.past', params: { reviewOn: '2026-02-28' } }],
    });
    expect(told('2026-03-01')).not.toHaveProperty('notices');
  });
});

describe('given an obligation', () => {
  it('when it is changed, then what is named differs, null takes away, and the same again adds nothing', () => {
    const { story, party } = ground();
    const obligation = story.done('obligations add', { ...said, party, owner: 'ben' });
    const change = { obligation, title: 'Reporting', reference: null, owner: null, asks: said.asks };
    expect(story.when('obligations change', change)).toMatchObject({
      facts: [
        { data: { title: 'Reporting', reference: null, owner: null }, erasable: ['title', 'reference'] },
      ],
    });
    story.done('obligations change', change);
    expect(all(story).get(obligation)).toMatchObject({
      title: 'Reporting',
      reference: '',
      owner: undefined,
      party,
      seq: story.programme.position,
    });
    expect(story.when('obligations change', change)).toEqual({ facts: [] });
    const requirements = [{ framework: iso, requirement: 'A.5.31' }];
    story.done('obligations change', { obligation, requirements });
    expect(all(story).get(obligation)).toMatchObject({ requirements, title: 'Reporting' });
    expect(story.when('obligations change', { obligation, requirements })).toEqual({ facts: [] });
  });

  it('when a change would refer to what is not there, or repeat another, then it is refused', () => {
    const { story } = ground();
    const obligation = story.done('obligations add', said);
    const other = story.done('obligations add', { ...said, title: 'Other' });
    const refused = (more: object) => story.refusal('obligations change', { obligation, ...more });
    expect(refused({ owner: 'nobody' })).toBe('refused person.unknown at owner');
    expect(refused({ title: 'Other' })).toBe('conflict obligation.exists at title');
    story.done('obligations end', { obligation: other });
    expect(refused({ title: 'Other' })).toBe('');
    expect(story.refusal('obligations change', { obligation: 'x', title: 'y' })).toBe(
      'missing obligation.unknown at obligation',
    );
  });

  it('when it ends, then it stays with the day, and can be neither changed nor ended again', () => {
    const { story } = ground();
    const obligation = story.done('obligations add', said);
    expect(story.refusal('obligations end', { obligation, effective: '2026-03-02' })).toBe(
      'refused date.future at effective',
    );
    story.done('obligations end', { obligation, effective: '2026-02-01', reason: 'Repealed' });
    expect(all(story).get(obligation)).toMatchObject({ title: said.title, endedOn: '2026-02-01' });
    expect(story.refusal('obligations change', { obligation, title: 'x' })).toBe('conflict obligation.ended');
    expect(story.refusal('obligations end', { obligation })).toBe('conflict obligation.ended');
    expect(story.refusal('obligations add', said)).toBe('');
    expect(story.refusal('obligations end', { obligation: 'x' })).toBe(
      'missing obligation.unknown at obligation',
    );
  });
});

it('given that its texts were erased, then nothing is left of them, nor of what they had replaced', () => {
  const { story } = ground();
  const obligation = story.done('obligations add', { ...said, owner: 'ben' });
  story.done('obligations change', { obligation, asks: 'Call Ms Example.', owner: null });
  const folded = fold({ ...given().programme, position: 0 }, story.erased());
  expect(folded.governance.obligations.get(obligation)).toMatchObject({
    title: '',
    reference: '',
    asks: '',
    owner: undefined,
    kind: 'legal',
  });
  const changeErased = story.facts.map((fact) =>
    fact.type === 'ObligationChanged' ? { ...fact, data: { owner: null }, redacted: ['asks'] } : fact,
  );
  const left = fold({ ...given().programme, position: 0 }, changeErased).governance.obligations;
  expect(left.get(obligation)).toMatchObject({ title: said.title, asks: '', owner: undefined });
});
