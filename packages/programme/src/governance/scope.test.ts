import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given } from '../testing/index.ts';
import { hasScope, holdsScope, wholeOrganisation } from './scope.ts';

describe('given scopes within scopes', () => {
  const story = given();
  const site = story.done('scopes define', { name: 'Site', statement: 'One building' });
  const floor = story.done('scopes define', { name: 'Floor', within: site });
  const other = story.done('scopes define', { name: 'Other site' });
  const holds = (outer: string, inner: string) => holdsScope(story.programme.governance, outer, inner);

  it('then the outer holds the inner, and not the other way round', () => {
    expect([holds(site, floor), holds(floor, site), holds(other, floor), holds(site, other)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([holds(site, site), holds(wholeOrganisation, floor), holds(floor, wholeOrganisation)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('then the whole organisation holds even what nobody knows, and nothing else does', () => {
    expect([holds(wholeOrganisation, 'unknown'), holds(site, 'unknown')]).toEqual([true, false]);
    expect(['organisation', site, 'unknown'].map((id) => hasScope(story.programme.governance, id))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('then a scope within an unknown one, or with a name that is taken, is refused', () => {
    expect(story.refusal('scopes define', { name: 'New', within: 'unknown' })).toBe(
      'refused scope.unknown at within',
    );
    expect(story.refusal('scopes define', { name: 'Site' })).toBe('conflict scope.name-taken at name');
  });

  it('then name and statement can be erased', () => {
    const fact = story.facts.find(({ type }) => type === 'ScopeDefined');
    expect(story.when('scopes define', { name: 'New', statement: 'All' })).toMatchObject({
      facts: [{ erasable: ['name', 'statement'] }],
    });
    expect(fact?.data).toEqual({ name: 'Site', statement: 'One building', within: 'organisation' });
  });
});

it('given any scopes, each within one before it, then holding is an order without cycles', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (within) => {
      const story = given();
      const ids = [wholeOrganisation];
      for (const [at, place] of within.entries()) {
        ids.push(story.done('scopes define', { name: `Scope ${at}`, within: ids[place % ids.length] }));
      }
      const holds = (outer: string, inner: string) => holdsScope(story.programme.governance, outer, inner);
      for (const a of ids) {
        expect(holds(a, a)).toBe(true);
        for (const b of ids) {
          expect(a !== b && holds(a, b) && holds(b, a)).toBe(false);
          for (const c of ids) expect(!(holds(a, b) && holds(b, c)) || holds(a, c)).toBe(true);
        }
      }
    }),
    { numRuns: 30 },
  );
});
