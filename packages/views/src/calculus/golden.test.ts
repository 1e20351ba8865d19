import { describe, expect, it } from 'vitest';
import { type KnowledgeKey, keyOf } from './knowledge.ts';
import { countNumbers } from './numbers.ts';
import type { Kind, Question } from './question.ts';
import { solve } from './solve.ts';
import { ask, claim, control, judged, relation } from './testing/questions.ts';

interface Golden {
  readonly id: string;
  readonly given: Partial<Question>;
  readonly expected: KnowledgeKey;
  readonly kind: Kind;
}

const Y = { id: 'Y' };
const joint = [relation(['X1', 'X2'], 'SUP', 'Y')];

/** Methods, section 8, worked examples of the calculus: what is then known of Y. */
const golden: readonly Golden[] = [
  {
    id: 'G36 an own INT',
    given: { requirements: [judged('X', 'F'), Y], relations: [relation('X', 'INT', 'Y')] },
    expected: 'FP',
    kind: 'indicative',
  },
  {
    id: 'G36 a crosswalk row, which is only a hint',
    given: { requirements: [judged('X', 'F'), Y], relations: [relation('X', 'REL', 'Y')] },
    expected: 'U',
    kind: 'unclaimed',
  },
  {
    id: 'G38',
    given: {
      requirements: [judged('X1', 'F'), judged('X2', 'N'), Y],
      relations: [relation('X1', 'SUB', 'Y'), relation('X2', 'INT', 'Y')],
    },
    expected: 'P',
    kind: 'gap',
  },
  {
    id: 'G40 both satisfied',
    given: { requirements: [judged('X1', 'F'), judged('X2', 'F'), Y], relations: joint },
    expected: 'F',
    kind: 'inferred',
  },
  {
    id: 'G40 both satisfied, as a joint claim',
    given: {
      requirements: [Y],
      controls: [control('X1'), control('X2')],
      claims: [claim(['X1', 'X2'], 'SUP', 'Y')],
    },
    expected: 'F',
    kind: 'claimed',
  },
  {
    id: 'G40 one gone stale',
    given: { requirements: [judged('X1', 'F'), judged('X2', 'F', true), Y], relations: joint },
    expected: 'U',
    kind: 'stale',
  },
  {
    id: 'G40 one gone stale, as a joint claim',
    given: {
      requirements: [Y],
      controls: [control('X1'), control('X2', { evidence: 'stale' })],
      claims: [claim(['X1', 'X2'], 'SUP', 'Y')],
    },
    expected: 'U',
    kind: 'stale',
  },
  {
    id: 'G42a',
    given: { requirements: [judged('X', 'P'), Y], relations: [relation('X', 'SUP', 'Y')] },
    expected: 'U',
    kind: 'unclaimed',
  },
  {
    id: 'G42b',
    given: { requirements: [judged('X', 'P'), Y], relations: [relation('X', 'SUB', 'Y')] },
    expected: 'P',
    kind: 'gap',
  },
  {
    id: 'G44 two overlaps in a row',
    given: {
      requirements: [judged('A', 'F'), { id: 'B' }, Y],
      relations: [relation('A', 'INT', 'B'), relation('B', 'INT', 'Y')],
    },
    expected: 'U',
    kind: 'unclaimed',
  },
];

describe('worked examples', () => {
  it.each(golden)('$id', ({ given, expected, kind }) => {
    const result = solve(ask(given)).results.get('Y')!;
    expect([keyOf(result.knowledge), result.kind]).toEqual([expected, kind]);
  });

  it('G36 the crosswalk row stands as a hint, and the lower bound is unchanged', () => {
    const { results } = solve(ask(golden[1]!.given));
    expect(results.get('Y')!.hints.map((hint) => [hint.reason, keyOf(hint.suggests)])).toEqual([
      ['published', 'FP'],
    ]);
    expect(countNumbers(results, ['Y'])).toMatchObject({ lower: 0, upper: 1 });
  });

  it('G44 stepwise, the one in the middle is at least partly met', () => {
    const { results } = solve(ask(golden.at(-1)!.given));
    expect(keyOf(results.get('B')!.knowledge)).toBe('FP');
  });

  it('G46 the interval counts requirements, not rows, and the excluded leave it', () => {
    const { results } = solve(
      ask({
        requirements: [
          judged('T1', 'F'),
          { id: 'T2' },
          { id: 'T3' },
          { id: 'T4' },
          { id: 'T5', excluded: true },
        ],
        controls: [control('C')],
        claims: [claim('C', 'INT', 'T3'), { ...claim('C', 'INT', 'T3'), id: 'said twice' }],
        relations: [relation('T1', 'SUP', 'T2')],
      }),
    );
    const numbers = countNumbers(results, ['T1', 'T2', 'T3', 'T4', 'T5', 'T1']);
    expect(numbers).toMatchObject({ n: 4, met: 2, possible: 4, lower: 0.5, upper: 1, excluded: 1 });
    expect(numbers.asserted / numbers.n).toBe(0.25);
    expect(numbers.byKind).toMatchObject({ assessed: 1, inferred: 1, indicative: 1, unclaimed: 1 });
  });
});
