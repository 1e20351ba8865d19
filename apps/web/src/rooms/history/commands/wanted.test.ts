import { describe, expect, it } from 'vitest';
import type { DatedCommand } from '../ledger/batches.ts';
import { isWanted, wantedIn } from './wanted.ts';

const command = {
  actor: { id: 'ana', name: 'Ana' },
  operation: 'evidence add',
  day: '2026-03-02',
} as DatedCommand;

describe('who did what', () => {
  it('given an address, then what is no day is passed over', () => {
    expect(wantedIn({ who: '', from: 'spring', to: '2026-03-02' })).toEqual({
      who: undefined,
      op: undefined,
      from: undefined,
      to: '2026-03-02',
    });
  });

  it.each([
    [{}, true],
    [{ who: 'ana', op: 'evidence add' }, true],
    [{ who: 'ben' }, false],
    [{ op: 'undo' }, false],
    [{ from: '2026-03-02', to: '2026-03-02' }, true],
    [{ from: '2026-03-03' }, false],
    [{ to: '2026-03-01' }, false],
  ])('given the filters %j, then the command is listed: %s', (search, listed) => {
    expect(isWanted(command, wantedIn(search))).toBe(listed);
  });
});
