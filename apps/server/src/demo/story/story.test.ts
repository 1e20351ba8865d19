import { starterLibrary } from '@concord/catalog';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Step } from '../step.ts';
import { scenario } from './index.ts';

const asOf = '2026-03-16';
const told = (seed: number, day = asOf) => scenario.steps({ asOf: day, seed });

/** What a step says in itself; what it looks up depends on ids. */
const said = ({ input, ...rest }: Step) => ({ ...rest, input: typeof input === 'function' ? '' : input });
const recorded = (steps: readonly Step[]) =>
  steps.filter(({ command }) => command === 'evidence add').map(({ input }) => input as { title?: string });

describe('the story', () => {
  test('given the same day and seed, then it is the same; given another seed or day, then another', () => {
    expect(told(4).map(said)).toEqual(told(4).map(said));
    expect(told(4).map(said)).not.toEqual(told(5).map(said));
    expect(told(4).map(said)).not.toEqual(told(4, '2026-03-17').map(said));
  });

  test.each([0, 1, 2, 77, 4_294_967_295])(
    'of seed %i runs forward through 18 months, to the day before',
    (seed) => {
      const days = told(seed).map(({ day }) => day);
      expect(days).toEqual([...days].sort());
      expect([days[0], days.at(-1)]).toEqual(['2024-09-14', '2026-03-15']);
    },
  );

  test('people work on working days; programs report on all', () => {
    const later = told(1).filter(
      ({ day, by }) => day > '2024-10-10' && !['backups', 'endpoints'].includes(by),
    );
    const weekdays = later.map(({ day }) => Temporal.PlainDate.from(day).dayOfWeek);
    expect(Math.max(...weekdays)).toBe(5);
  });

  test('what earlier steps made is asked for on a later day only, whatever the seed', () => {
    for (const seed of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 77, 4_294_967_295]) {
      const madeOn = new Map<string, string>([['administrator', '']]);
      for (const step of told(seed)) {
        const made = (name: string) => {
          expect([name, step.day > (madeOn.get(name) ?? '9999')]).toEqual([name, true]);
          return name;
        };
        made(step.by);
        if (typeof step.input === 'function' && !looksUp(step)) step.input({ made } as never);
        if (step.as !== undefined && !madeOn.has(step.as)) madeOn.set(step.as, step.day);
      }
    }
  });

  /** These need a programme to look into; the tests that carry the story out see to them. */
  const looksUp = ({ command }: Step) => ['claims withdraw', 'claims refuse-all', 'undo'].includes(command);

  test('every starter control has an owner, and its evidence a title that says what it is', () => {
    const set = told(1).filter(({ command }) => command === 'controls set');
    const owned = set.map(({ input }) =>
      typeof input === 'function'
        ? (input({ made: (name: string) => name } as never) as Owned)
        : (input as Owned),
    );
    const codes = new Set(owned.filter(({ owner }) => owner).map(({ control }) => control));
    expect(starterLibrary().controls.filter(({ code }) => !codes.has(code))).toEqual([]);
    const titles = recorded(told(1)).flatMap(({ title }) => title ?? []);
    const often = new Set(titles.filter((title, at) => titles.indexOf(title) !== at));
    expect(titles.length).toBeGreaterThan(500);
    expect(often.size / titles.length).toBeLessThan(0.03);
    expect(titles.filter((title) => /undefined|NaN|[a-z]+-\d+$|^.{0,12}$/.test(title))).toEqual([]);
  });

  interface Owned {
    readonly control: string;
    readonly owner?: string;
  }
});
