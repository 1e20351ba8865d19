import { describe, expect, it } from 'vitest';
import { asked } from '../testing/asked.ts';
import { addControl, csf, iso, start } from '../testing/library.ts';
import { aboutRecords } from './about.ts';

describe('given records of a ledger', () => {
  const story = start(iso, csf).on('2026-03-01');
  story.done('people add', { person: 'ben' });
  addControl(story, 'AC-01', { name: 'Access reviews', owner: 'ben' });
  addControl(story, 'AC-02', { name: 'Leavers' });
  const { byCode } = story.programme.controls;
  const control = (code: string) => ({ kind: 'control', id: byCode.get(code) ?? '' });
  story.done('claims state', { controls: ['AC-01', 'AC-02'], framework: iso, requirement: 'A.5.15' });
  const [claim = ''] = story.programme.controls.claims.keySeq().toArray().slice(-1);
  const said = (records: readonly { kind: string; id: string }[], by: object = {}) =>
    aboutRecords(asked(story, by), records).map(({ kind, code, title }) => `${kind} ${code} ${title}`.trim());
  const own = { reader: { person: 'ben', sees: 'own' } };

  it('then each is called as a person would call it, once', () => {
    expect(said([control('AC-01'), control('AC-01')])).toEqual(['control AC-01 Access reviews']);
  });

  it('then a claim is about its controls, and a decision about its requirement', () => {
    expect(said([{ kind: 'claim', id: claim }])).toEqual([
      'control AC-01 Access reviews',
      'control AC-02 Leavers',
    ]);
    expect(said([{ kind: 'applicability', id: `group:${iso}/A.5.15` }])).toEqual([
      'requirement A.5.15 Access control',
    ]);
  });

  it('then who sees only their own is told only of their own', () => {
    expect(said([{ kind: 'claim', id: claim }], own)).toEqual(['control AC-01 Access reviews']);
  });

  it('then what is gone, and what has no name, is left out', () => {
    expect(
      said([
        { kind: 'control', id: 'gone' },
        { kind: 'batch', id: 'b' },
      ]),
    ).toEqual([]);
  });
});
