import { describe, expect, it } from 'vitest';
import {
  gotBack,
  hasRoom,
  type KeptDraft,
  mostBytes,
  mostDrafts,
  placeOf,
  toKeep,
  withDraft,
} from './drafts.ts';

const draft = (id: string, size?: number, isKept = true): KeptDraft => ({
  id,
  at: '2026-11-22T17:00:00Z',
  what: { title: id },
  ...(size === undefined ? {} : { file: { name: id, size, isKept } }),
});

describe('drafts that a browser keeps', () => {
  it('given a draft that is kept already, when it is typed on, then it stands first, and once', () => {
    const kept = [draft('one'), draft('two')];
    expect(withDraft(kept, { ...draft('two'), what: { title: 'more' } })).toEqual([
      { ...draft('two'), what: { title: 'more' } },
      draft('one'),
    ]);
  });

  it('given as many as are kept, then another pushes none out, and one of them may still be typed on', () => {
    const full = Array.from({ length: mostDrafts }, (_, at) => draft(`d${at}`));
    expect(withDraft(full, draft('more'))).toEqual(full);
    expect(withDraft(full, draft('d3')).map(({ id }) => id)).toContain('d3');
    expect(withDraft(full, draft('d3'))).toHaveLength(mostDrafts);
  });

  it('given files of others, then one finds room up to the bound, and takes the place of its own', () => {
    const kept = [draft('one', mostBytes - 10), draft('two', 10)];
    expect(hasRoom(kept, 'three', 1)).toBe(false);
    expect(hasRoom(kept, 'two', 10)).toBe(true);
    expect(hasRoom(kept, 'two', 11)).toBe(false);
    expect(hasRoom([draft('one', mostBytes, false)], 'two', mostBytes)).toBe(true);
  });
});

describe('a form that a browser keeps', () => {
  const first = { owner: 'ben' as string | undefined, text: '', added: 'later' };

  it('given something that was taken out, then it stays out; given what the form has learnt since, then that is as at first', () => {
    const written = JSON.parse(
      JSON.stringify(toKeep({ owner: undefined, text: 'Half a', file: new Blob() })),
    );
    expect(Object.keys(written)).toEqual(['owner', 'text']);
    expect(gotBack(first, written)).toEqual({ owner: undefined, text: 'Half a', added: 'later' });
  });

  it('given two people, or two organisations, then each has a place of its own', () => {
    const places = [placeOf('a', 'ben'), placeOf('a', 'cleo'), placeOf('b', 'ben')];
    expect(new Set(places).size).toBe(3);
  });
});
