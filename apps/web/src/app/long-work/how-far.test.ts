import fc from 'fast-check';
import { expect, it } from 'vitest';
import { howFar } from './how-far.ts';

it('given rows, when they are taken in, then those are told, and once all are, that the file is being written', () => {
  expect(howFar({ step: 'rows', done: 250, of: 600, size: 0 })).toEqual({
    key: 'long-work.rows',
    params: { done: 250, of: 600 },
    bar: { value: 250, max: 600 },
  });
  expect(howFar({ step: 'rows', done: 600, of: 600, size: 0 })).toEqual({
    key: 'long-work.written',
    params: {},
  });
});

it('given a document, then it is being set until its bytes come, and a bar says at which of its stages', () => {
  expect(howFar({ step: 'document', done: 1, of: 3, size: 0 })).toEqual({
    key: 'long-work.document',
    params: {},
    bar: { value: 1, max: 3 },
  });
  expect(howFar({ step: 'document', done: 2, of: 3, size: 9 })).toEqual({
    key: 'long-work.written',
    params: {},
  });
});

it('given a file of many, then the one in the making is told, though bytes have come', () => {
  expect(howFar({ step: 'tables', done: 2, of: 12, size: 9 })?.params).toEqual({ done: 3, of: 12 });
  expect(howFar({ done: 2, of: 12, size: 0 })?.key).toBe('long-work.tables');
});

it('given nothing to count, then nobody can tell', () => {
  expect(howFar({ size: 9 })).toBeUndefined();
  expect(howFar({ step: 'files', done: 0, of: 0, size: 0 })).toBeUndefined();
});

it('given any step, then nothing beyond the last is ever in the making, and no bar is full before the end of it', () => {
  const step = fc.constantFrom('rows', 'tables', 'files', 'reports', 'document');
  fc.assert(
    fc.property(step, fc.nat(50), fc.nat(50), fc.nat(3), (each, done, more, size) => {
      const of = done + more + 1;
      const far = howFar({ step: each, done, of, size });
      expect(far?.params.done ?? 0).toBeLessThanOrEqual(of);
      if (far?.bar) expect(far.bar.value).toBeLessThan(far.bar.max);
      expect(howFar({ step: each, done: of, of, size })?.params.done ?? 0).toBeLessThanOrEqual(of);
    }),
  );
});
