import { describe, expect, it } from 'vitest';
import { iso, start } from '../testing/library.ts';
import { carryOut, type Deed } from './carry-out.ts';

const by = { on: '2026-02-01', actor: 'ana' };
const deed = (command: string, said: object): Deed => ({ command, input: () => said });
const adding = (code: string) => deed('controls add', { code, name: `Name of ${code}` });

describe('commands carried out on a supposed programme', () => {
  it('are decided one after the other, each on what those before it made', () => {
    const { programme } = start(iso).on('2026-01-10');
    const claimed = { controls: ['C-1'], framework: iso, requirement: 'A.5.15' };
    const confirming: Deed = {
      command: 'claims confirm',
      input: ({ controls }) => ({ claim: controls.claims.keySeq().last() }),
    };
    const after = carryOut(programme, [adding('C-1'), deed('claims state', claimed), confirming], by);
    if ('refusal' in after) throw new Error(after.refusal.code);
    expect(after.controls.claims.valueSeq().toArray()).toMatchObject([{ state: 'confirmed', by: 'ana' }]);
    expect(after.position).toBe(programme.position + 3);
    expect(programme.controls.controls.size).toBe(0);
  });

  it('given the same is asked again, then the very same ids are given, and each once', () => {
    const { programme } = start(iso);
    const ids = () => {
      const after = carryOut(programme, [adding('C-1'), adding('C-2'), adding('C-3')], by);
      return 'refusal' in after ? [] : [...after.controls.controls.keys()].sort();
    };
    expect(new Set(ids()).size).toBe(3);
    expect(ids()).toEqual(ids());
  });

  it('given a rule refuses one of them, then the refusal is what comes of all', () => {
    const { programme } = start(iso);
    const answer = carryOut(programme, [adding('C-1'), adding('C-1'), adding('C-2')], by);
    expect('refusal' in answer && answer.refusal.code).toBe('control.code-taken');
  });

  it('given a command that is not there, or that does not take its input, then that is a bug', () => {
    const { programme } = start(iso);
    expect(() => carryOut(programme, [deed('controls ad', {})], by)).toThrow('controls ad');
    expect(() => carryOut(programme, [deed('controls add', { nmae: 'C-1' })], by)).toThrow();
  });
});
