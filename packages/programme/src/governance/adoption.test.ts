import { editionHash, framework } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { given } from '../testing/index.ts';

const iso = 'iso27001-2022';
const hash = editionHash(framework(iso)!);

describe('given an organisation with one more scope', () => {
  const story = given();
  const scope = story.done('scopes define', { name: 'Site' });

  it('when a framework is adopted, then its current edition is pinned for the whole organisation', () => {
    expect(story.when('frameworks adopt', { framework: iso })).toMatchObject({
      facts: [
        {
          type: 'FrameworkAdopted',
          record: { kind: 'adoption', id: iso },
          data: { framework: iso, edition: hash, scope: 'organisation' },
          erasable: [],
        },
      ],
    });
  });

  it('then what nobody knows is refused, and the known are named', () => {
    expect(story.refusal('frameworks adopt', { framework: 'iso9001' })).toBe(
      'missing framework.unknown at framework',
    );
    const decision = story.when('frameworks adopt', { framework: 'iso9001' });
    expect(JSON.stringify(decision)).toContain(iso);
    expect(story.refusal('frameworks adopt', { framework: iso, edition: '0'.repeat(64) })).toBe(
      'refused framework.edition-unknown at edition',
    );
    expect(story.refusal('frameworks adopt', { framework: iso, scope: 'nowhere' })).toBe(
      'refused scope.unknown at scope',
    );
  });

  it('given it is adopted, then the same again is refused, and another scope is not', () => {
    story.done('frameworks adopt', { framework: iso });
    expect(story.refusal('frameworks adopt', { framework: iso })).toBe('conflict framework.adopted');
    expect(story.refusal('frameworks adopt', { framework: iso, edition: hash })).toBe(
      'conflict framework.adopted',
    );
    story.done('frameworks adopt', { framework: iso, scope });
    const adoption = story.programme.governance.adoptions.get(iso);
    expect(adoption).toMatchObject({ scope, edition: hash, seq: story.programme.position });
  });
});

it('when members of an entry are erased, then the entry is the record, and nothing else changes', () => {
  const story = given();
  const before = story.programme;
  story.done('records erase', { entry: '1', members: ['name'], reason: 'The person asked' });
  const { governance, controls, revisions } = story.programme;
  expect([governance, controls]).toEqual([before.governance, before.controls]);
  expect(revisions.get('entry/1')).toBe(story.programme.position);
});
