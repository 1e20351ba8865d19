import { describe, expect, it } from 'vitest';
import type { RecordedFact } from '../foundation/index.ts';
import { emptyProgramme, fold } from '../programme.ts';
import { circumstances, given, recorded } from '../testing/index.ts';
import {
  changeOrganisationInput,
  createOrganisation,
  createOrganisationInput,
  organisationRecord,
  organisationWayBack,
} from './organisation.ts';
import { grantsOn } from './person.ts';

describe('given nothing', () => {
  it('when an organisation is created, then its creator manages the programme from that day', () => {
    const input = createOrganisationInput.parse({ name: 'Example' });
    const decision = createOrganisation(emptyProgramme, input, circumstances({ today: '2026-05-01' }));
    expect(decision).toMatchObject({
      facts: [
        { type: 'OrganisationCreated', data: { name: 'Example', zone: 'UTC' }, erasable: ['name'] },
        { type: 'PersonAdded', record: { kind: 'person', id: 'ana' } },
        { type: 'RoleGranted', data: { role: 'isms_manager', scope: 'organisation', from: '2026-05-01' } },
      ],
    });
  });

  it.each(['Mars/Olympus', '', 'Europe/Brussels ', 'CET2'])('then %j is no time zone', (zone) => {
    expect(createOrganisationInput.safeParse({ name: 'Example', zone }).success).toBe(false);
  });

  it.each(['Europe/Brussels', 'UTC', 'America/Argentina/Buenos_Aires'])('then %s is one', (zone) => {
    expect(createOrganisationInput.safeParse({ name: 'Example', zone }).success).toBe(true);
  });
});

it('given an organisation, when another is created in its ledger, then it is refused', () => {
  const story = given();
  expect(story.refusal('organisations create', { name: 'Another' })).toBe('conflict organisation.exists');
  expect(story.programme.governance.organisation).toMatchObject({ name: 'Example', zone: 'Europe/Brussels' });
  expect(grantsOn(story.programme.governance, 'ana', '2025-12-31')).toEqual([]);
});

describe('given that the server makes a demo', () => {
  it('then the organisation says so, and nobody can say it from outside', () => {
    expect(createOrganisationInput.safeParse({ name: 'Example', demo: true }).success).toBe(false);
    const demo = createOrganisation(
      emptyProgramme,
      { name: 'Example', zone: 'UTC', demo: true },
      circumstances(),
    );
    const facts = 'facts' in demo ? recorded(demo.facts) : [];
    expect(fold(emptyProgramme, facts).governance.organisation?.demo).toBe(true);
    expect(given().programme.governance.organisation).not.toHaveProperty('demo');
  });
});

describe('given an organisation that is called otherwise by now', () => {
  const organisationOf = ({ programme }: ReturnType<typeof given>) => programme.governance.organisation;

  it('when its name is changed, then that alone is recorded, erasable, and the zone stays', () => {
    const story = given();
    const decision = story.when('organisations change', { name: 'Another', zone: 'Europe/Brussels' });
    expect(decision).toMatchObject({
      facts: [
        {
          type: 'OrganisationChanged',
          record: { kind: 'organisation', id: 'organisation' },
          data: { name: 'Another' },
          erasable: ['name'],
        },
      ],
    });
    story.done('organisations change', { name: 'Another' });
    story.done('organisations change', { zone: 'Europe/Dublin' });
    expect(organisationOf(story)).toEqual({ id: 'organisation', name: 'Another', zone: 'Europe/Dublin' });
  });

  it('when it is so already, or nothing is named, then nothing is written', () => {
    const story = given();
    for (const same of [{}, { name: 'Example' }, { name: 'Example', zone: 'Europe/Brussels' }])
      expect(story.when('organisations change', same)).toEqual({ facts: [] });
  });

  it('when the change is undone, then both are as they were; when it was changed again, it is refused', () => {
    const story = given();
    story.done('organisations change', { name: 'Another', zone: 'Europe/Dublin' });
    const entry = story.programme.position;
    story.done('organisations change', { name: 'A third' });
    const again = story.programme.position;
    expect(story.refusal('undo', { entry })).toBe('conflict undo.changed-since');
    story.done('undo', { entry: again });
    story.done('undo', { entry });
    expect(organisationOf(story)).toMatchObject({ name: 'Example', zone: 'Europe/Brussels' });
  });

  it('when the earlier name is erased, then the change is not undone, for there would be no name', () => {
    const story = given();
    const { governance } = story.programme;
    const before = { governance: { ...governance, organisation: { ...organisationOf(story)!, name: '' } } };
    story.done('organisations change', { name: 'Another' });
    const state = story.programme;
    const fact = { record: organisationRecord, seq: state.position } as RecordedFact;
    const back = organisationWayBack.back({ state, before, after: state } as never, fact);
    expect(back).toMatchObject({ refusal: { code: 'undo.changed-since' } });
  });

  it('when the new name is erased, then the old one does not come back', () => {
    const story = given();
    const decision = story.when('organisations change', { name: 'Another' });
    const [fact] = 'facts' in decision ? recorded(decision.facts) : [];
    if (!fact) throw new Error('nothing was recorded');
    const erased = { ...fact, data: {}, redacted: ['name'] };
    expect(fold(story.programme, [erased]).governance.organisation).toMatchObject({
      name: '',
      zone: 'Europe/Brussels',
    });
  });

  it.each([{ zone: 'Mars/Olympus' }, { name: '' }, { name: 'two\nlines' }, { demo: true }])(
    'when it is to be %j, then it is no such command',
    (wrong) => {
      expect(changeOrganisationInput.safeParse(wrong).success).toBe(false);
    },
  );
});
