import { type Activity, activities, entityClassLaw } from '@concord/catalog';
import type { SizeFigures } from '@concord/programme';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityClasses } from './criteria.ts';
import { type Classified, entityClass } from './entity-class.ts';
import { figures, type Size, sizeClass, sizes, triedValues } from './size.ts';

const base: Classified = {
  activities: [],
  designations: [],
  alone: {},
  linked: false,
  establishedIn: [],
  servesIn: [],
};

describe('the size of an enterprise', () => {
  const cases: readonly [persons: number, turnover: number, balance: number, expected: Size][] = [
    [49, 10, 100, 'small'],
    [49.5, 100, 10, 'small'],
    [50, 1, 1, 'medium'],
    [10, 11, 11, 'medium'],
    [249, 50, 44, 'medium'],
    [249, 51, 43, 'medium'],
    [249, 51, 44, 'large'],
    [250, 1, 1, 'large'],
    [0, 0, 0, 'small'],
  ];
  it.each(cases)('%s persons, turnover %s, balance sheet %s: %s', (persons, turnover, balance, expected) => {
    const known = { persons, turnover: turnover * 1e6, balance: balance * 1e6 };
    expect(sizeClass(known).size).toBe(expected);
  });

  it('the values that are tried lie one in each size', () => {
    for (const figure of figures)
      for (const size of sizes)
        expect(sizeClass({ [figure]: triedValues(figure)[size] }).by[figure], `${figure} ${size}`).toBe(size);
  });

  it('the ceilings are those of the Recommendation', () => {
    expect(entityClassLaw().ceilings).toEqual({
      persons: [50, 250],
      turnover: [10_000_000, 50_000_000],
      balance: [10_000_000, 43_000_000],
    });
    expect(entityClassLaw().memberStates).toHaveLength(27);
  });
});

/** A second, simpler formulation: by the kind of entity, what it is when small, medium and large. */
function table({ id, annex }: Activity): readonly string[] {
  const [out, registration, important, essential] = entityClasses;
  if (['I.8.2', 'I.8.3', 'I.10.1'].includes(id)) return [essential, essential, essential];
  if (['I.8.8', 'I.8.9'].includes(id)) return [important, essential, essential];
  if (id === 'I.8.7') return [important, important, essential];
  if (id === 'domain-name-registration') return [registration, registration, registration];
  if (annex === 'I') return [out, important, essential];
  if (annex === 'II') return [out, important, important];
  return [out, out, out];
}

it('every activity at every size is what a table says', () => {
  for (const activity of activities()) {
    const found = sizes.map((size) => {
      const alone = Object.fromEntries(figures.map((figure) => [figure, triedValues(figure)[size]]));
      return entityClass({ ...base, activities: [activity.id], alone }).class;
    });
    expect(found, activity.id).toEqual(table(activity));
  }
});

const figure = (around: readonly number[]) =>
  fc.option(
    fc.oneof(
      fc.constantFrom(...around.flatMap((each) => [each - 1, each, each + 1])),
      fc.integer({ min: 0, max: 90_000_000 }),
    ),
    { nil: undefined },
  );
const { ceilings } = entityClassLaw();
const anyFigures: fc.Arbitrary<SizeFigures> = fc.record({
  persons: figure(ceilings.persons),
  turnover: figure(ceilings.turnover),
  balance: figure(ceilings.balance),
});
const anyEntity: fc.Arbitrary<Classified> = fc.record({
  activities: fc.uniqueArray(fc.constantFrom(...activities().map(({ id }) => id)), { maxLength: 4 }),
  designations: fc.uniqueArray(
    fc.constantFrom('sole-provider', 'essential-by-state', 'critical-entity', 'regional-risk', 'dora-exempt'),
    { maxLength: 2 },
  ),
  alone: anyFigures,
  group: fc.option(anyFigures, { nil: undefined }),
  earlier: fc.option(fc.record({ alone: anyFigures, group: anyFigures }), { nil: undefined }),
  linked: fc.boolean(),
  establishedIn: fc.constantFrom<string[]>([], ['BE'], ['US']),
  servesIn: fc.constantFrom<string[]>([], ['FR'], ['JP']),
});

const filled = (known: SizeFigures, size: Size): SizeFigures =>
  Object.fromEntries(figures.map((each) => [each, known[each] ?? triedValues(each)[size]]));

describe('laws', () => {
  it('to know one more figure never leaves more classes possible', () => {
    fc.assert(
      fc.property(anyEntity, fc.constantFrom(...figures), fc.nat(90_000_000), (entity, known, value) => {
        const before = entityClass(entity);
        const alone = { ...entity.alone, [known]: entity.alone[known] ?? value };
        const after = entityClass({ ...entity, alone });
        expect(before.alone.possible).toEqual(expect.arrayContaining([...after.alone.possible]));
        expect(before.withLinked.possible).toEqual(expect.arrayContaining([...after.withLinked.possible]));
        // A group never has fewer persons than one of its members.
        const atLeast = known === 'persons' ? Math.max(value, entity.alone.persons ?? 0) : value;
        const group = { ...entity.group, [known]: entity.group?.[known] ?? atLeast };
        const { withLinked } = entityClass({ ...entity, group });
        expect(before.withLinked.possible).toEqual(expect.arrayContaining([...withLinked.possible]));
      }),
    );
  });

  it('what is told as possible is reached by some figures, and nothing else is', () => {
    fc.assert(
      fc.property(anyFigures, (known) => {
        const reached = new Set(
          sizes.flatMap((one) =>
            sizes.flatMap((two) => {
              const { persons } = filled(known, one);
              return sizeClass({ ...filled(known, two), persons }).possible;
            }),
          ),
        );
        expect(sizes.filter((size) => reached.has(size))).toEqual(sizeClass(known).possible);
      }),
    );
  });

  it('without linked enterprises both sides are the same', () => {
    fc.assert(
      fc.property(anyEntity, (entity) => {
        const { alone, withLinked, differs } = entityClass({ ...entity, linked: false });
        expect([withLinked, differs]).toEqual([alone, false]);
      }),
    );
  });

  it('of several activities the strictest counts', () => {
    fc.assert(
      fc.property(anyEntity, (entity) => {
        const known = { ...entity, earlier: undefined, linked: false, alone: filled(entity.alone, 'medium') };
        fc.pre(known.activities.length > 0 && known.establishedIn[0] !== 'US');
        const { class: found, byActivity } = entityClass(known);
        const each = byActivity.flatMap(({ possible }) => possible);
        expect(found).toBe(entityClasses.findLast((one) => each.includes(one)));
      }),
    );
  });

  it('what would decide does: some answer to each question leaves fewer classes', () => {
    fc.assert(
      fc.property(anyEntity, (entity) => {
        const { alone } = entityClass(entity);
        expect(alone.class === 'undetermined').toBe(alone.possible.length > 1);
        expect(alone.wouldDecide.length > 0).toBe(alone.class === 'undetermined');
        for (const { answers } of alone.wouldDecide)
          if (answers.length > 0)
            expect(Math.min(...answers.map(({ leaves }) => leaves.length))).toBeLessThan(
              alone.possible.length,
            );
      }),
    );
  });
});
