import { describe, expect, it } from 'vitest';
import { inputsOf, lookAt } from './seen.ts';

describe('what was seen when somebody says what works', () => {
  it('given changes of a lot, then each says at which position its controls were looked at', () => {
    const changes = [
      { controls: ['a', 'b'], set: { implementation: 'operating' } as const },
      { controls: ['c'], set: { owner: 'ana' } },
    ];
    expect(inputsOf(changes, { position: 41 })).toEqual([
      { controls: ['a', 'b'], set: { implementation: 'operating' }, position: 41 },
      { controls: ['c'], set: { owner: 'ana' }, position: 41 },
    ]);
  });

  it('given that somebody changes a control while it is looked at, then the position is from before', async () => {
    let ledger = 41;
    const seen = await lookAt({
      position: async () => ({ position: ledger }),
      rows: async () => {
        ledger += 1;
        return { rows: [], total: 0 };
      },
    });
    expect(seen.position).toBe(41);
  });
});
