import { expect, it } from 'vitest';
import { viewChanges } from './view-changes.ts';

const row = (id: string, word: string) => ({ id, word });

it('given rows whose word changed, that came and that went, then each is a sentence, the rest is silent', () => {
  const before = { rows: [row('a', 'Gap'), row('b', 'Met'), row('c', 'Stale')], note: [1, 'x', null] };
  const after = { rows: [row('a', 'Met'), row('b', 'Met')], points: [row('p', 'Unknown')] };
  expect(viewChanges(before, after)).toEqual({
    rows: [
      { row: 'a', what: 'state', before: 'Gap', after: 'Met', sentence: 'a: state Gap → Met.' },
      { row: 'p', what: 'state', before: '', after: 'Unknown', sentence: 'p: state none → Unknown.' },
      { row: 'c', what: 'state', before: 'Stale', after: '', sentence: 'c: state Stale → none.' },
    ],
    sentences: ['a: state Gap → Met.', 'p: state none → Unknown.', 'c: state Stale → none.'],
  });
});

it('given the same view twice, or one that said nothing, then nothing changed', () => {
  const view = { rows: [row('a', 'Gap')] };
  expect(viewChanges(view, view).rows).toEqual([]);
  expect(viewChanges({}, {}).sentences).toEqual([]);
});
