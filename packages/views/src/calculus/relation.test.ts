import { describe, expect, it } from 'vitest';
import { join, keyOf, only, statesOf } from './knowledge.ts';
import {
  ANY,
  compose,
  EQ,
  INT,
  infer,
  inverse,
  inverseName,
  REL,
  relationNames,
  relationsOf,
} from './relation.ts';
import { type Atoms, relationBetween, stateIn } from './testing/worlds.ts';

const sets: Atoms[] = Array.from({ length: 31 }, (_, at) => at + 1);
const worlds: Atoms[] = Array.from({ length: 32 }, (_, at) => at);
const knowledges = [1, 2, 3, 4, 5, 6, 7];
const relationSets = Array.from({ length: 31 }, (_, at) => at + 1);
const bit = (a: Atoms, b: Atoms) => relationsOf(relationBetween(a, b));

describe('Table A, against every pair of sets of five atoms', () => {
  it('allows exactly the states that occur', () => {
    const seen = new Map<string, number>();
    for (const x of sets)
      for (const y of sets)
        for (const satisfied of worlds) {
          const cell = `${only(stateIn(x, satisfied))} ${bit(x, y)}`;
          seen.set(cell, (seen.get(cell) ?? 0) | only(stateIn(y, satisfied)));
        }
    expect(seen.size).toBe(15);
    for (const [cell, states] of seen) {
      const [state, relation] = cell.split(' ').map(Number);
      expect([cell, keyOf(infer(state!, relation!))]).toEqual([cell, keyOf(states)]);
    }
  });

  it('takes the union over the states and over the members of an indefinite relation', () => {
    for (const knowledge of knowledges)
      for (const relations of relationSets) {
        let expected = 0;
        for (const state of statesOf(knowledge))
          for (const name of relationNames(relations)) expected |= infer(only(state), relationsOf(name));
        expect(infer(knowledge, relations)).toBe(expected);
      }
  });

  it('prints the column REL as in the method', () => {
    expect([1, 2, 4].map((state) => keyOf(infer(state, REL)))).toEqual(['FP', 'U', 'PN']);
  });
});

describe('Table B, against every triple of sets of five atoms', () => {
  it('allows exactly the relations that occur', () => {
    const seen = new Map<number, number>();
    for (const x of sets)
      for (const y of sets)
        for (const z of sets) {
          const cell = (bit(x, y) << 5) | bit(y, z);
          seen.set(cell, (seen.get(cell) ?? 0) | bit(x, z));
        }
    expect(seen.size).toBe(25);
    for (const [cell, relations] of seen) expect(compose(cell >> 5, cell & 31)).toBe(relations);
  });

  it('concludes nothing from two crosswalk hops (G44)', () => {
    expect(compose(INT, INT)).toBe(ANY);
    expect(compose(REL, REL)).toBe(ANY);
  });
});

describe('laws of relations', () => {
  it('law 3: what is inferred, inferred back, contains the state one came from', () => {
    for (const knowledge of knowledges)
      for (const relations of relationSets)
        expect(infer(infer(knowledge, relations), inverse(relations)) & knowledge).toBe(knowledge);
  });

  it('reads the other way by name as by set, and twice is as before', () => {
    for (const name of ['EQ', 'SUB', 'SUP', 'INT', 'DIS', 'REL'] as const) {
      expect(relationsOf(inverseName(name))).toBe(inverse(relationsOf(name)));
      expect(inverseName(inverseName(name))).toBe(name);
    }
  });

  it('inverse is the relation read from the other end', () => {
    for (const x of sets) for (const y of sets) expect(inverse(bit(x, y))).toBe(bit(y, x));
  });

  it('law 6: EQ is identity, for states and for relations', () => {
    for (const knowledge of knowledges) expect(infer(knowledge, EQ)).toBe(knowledge);
    for (const relations of relationSets) {
      expect(compose(EQ, relations)).toBe(relations);
      expect(compose(relations, EQ)).toBe(relations);
    }
  });

  it('law 7: composition is associative on all sets of relations', () => {
    const composed = relationSets.map((a) => relationSets.map((b) => compose(a, b)));
    const after = (a: number, b: number) => composed[a - 1]![b - 1]!;
    let broken = 0;
    for (const a of relationSets)
      for (const b of relationSets)
        for (const c of relationSets) if (after(after(a, b), c) !== after(a, after(b, c))) broken += 1;
    expect(broken).toBe(0);
  });

  it('going step by step never knows less than composing first', () => {
    for (const knowledge of knowledges)
      for (const first of relationSets)
        for (const second of relationSets) {
          const stepwise = infer(infer(knowledge, first), second);
          expect(stepwise & ~infer(knowledge, compose(first, second))).toBe(0);
        }
  });
});

describe('joint sources, against every pair of sets of four atoms', () => {
  it('gives the union exactly the states that occur', () => {
    const seen = new Map<string, number>();
    for (let x = 1; x < 16; x += 1)
      for (let y = 1; y < 16; y += 1)
        for (let satisfied = 0; satisfied < 16; satisfied += 1) {
          const pair = `${only(stateIn(x, satisfied))} ${only(stateIn(y, satisfied))}`;
          seen.set(pair, (seen.get(pair) ?? 0) | only(stateIn(x | y, satisfied)));
        }
    expect(seen.size).toBe(9);
    for (const [pair, states] of seen) {
      const [left, right] = pair.split(' ').map(Number);
      expect([pair, join(left!, right!)]).toEqual([pair, states]);
    }
  });

  it('joins sets state by state', () => {
    for (const left of knowledges)
      for (const right of knowledges) {
        let expected = 0;
        for (const a of statesOf(left)) for (const b of statesOf(right)) expected |= join(only(a), only(b));
        expect(join(left, right)).toBe(expected);
      }
  });
});
