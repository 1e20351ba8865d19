import { expect, it } from 'vitest';
import { refuse } from './decision.ts';
import { factType, on, type RecordedFact, recordKey } from './fact.ts';

interface Data {
  title?: string | undefined;
  note?: string | null | undefined;
  size: number;
}

const happened = factType<Data>('Happened', 3, ['title', 'note']);
const thing = { kind: 'thing', id: '1' };

it('a fact leaves out what is undefined, keeps null, and lists the erasable members it has', () => {
  const fact = happened.of(thing, { title: undefined, note: null, size: 0 });
  expect(Object.keys(fact.data)).toEqual(['note', 'size']);
  expect(fact).toStrictEqual({
    type: 'Happened',
    version: 3,
    record: thing,
    data: { note: null, size: 0 },
    erasable: ['note'],
  });
  expect(happened.of(thing, { title: 'a', note: 'b', size: 1 }).erasable).toEqual(['title', 'note']);
});

it('an evolver is found by the type of its facts', () => {
  const evolver = on(happened, (sum: number, { data }: RecordedFact<Data>) => sum + data.size);
  expect(evolver.type).toBe('Happened');
  expect(evolver.evolve(1, { data: { size: 2 } } as RecordedFact)).toBe(3);
});

it('a record has one key', () => {
  expect(recordKey(thing)).toBe('thing/1');
});

it('a refusal names its kind, code, parameters and the member at fault, if there is one', () => {
  expect(refuse('conflict', 'thing.exists', { thing: 'a', at: 'name' })).toStrictEqual({
    refusal: { kind: 'conflict', code: 'thing.exists', params: { thing: 'a' }, path: 'name' },
  });
  expect(refuse('missing', 'thing.unknown')).toStrictEqual({
    refusal: { kind: 'missing', code: 'thing.unknown', params: {} },
  });
});
