import { describe, expect, it } from 'vitest';
import { emptyProgramme, fold } from '../programme.ts';
import { circumstances, given, recorded } from '../testing/index.ts';
import { createOrganisation, createOrganisationInput } from './organisation.ts';
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
