import { describe, expect, it } from 'vitest';
import { receiveAnswer } from './long-answer.ts';

const lines = (...all: object[]) => new Response(all.map((each) => `${JSON.stringify(each)}\n`).join(''));

function heard() {
  const told: string[] = [];
  const tell = (step: string, done: number, of: number) => told.push(`${step} ${done}/${of}`);
  return {
    told,
    progress: {
      tell: (...said: Parameters<typeof tell>) => void tell(...said),
      end: () => void told.push('end'),
    },
  };
}

describe('given a command that is answered line by line', () => {
  const progress = { step: 'file', done: 1, of: 2 };

  it('when it is done, then its answer, after how far it was', async () => {
    const { told, progress: line } = heard();
    const answer = await receiveAnswer(lines({ progress }, { done: { position: 3 } }), line);
    expect([answer.status, await answer.json()]).toEqual([200, { position: 3 }]);
    expect(told).toEqual(['file 1/2', 'end']);
  });

  it('when it is refused, then the refusal with its status', async () => {
    const problem = { status: 422, code: 'table.faults', detail: 'Row 3' };
    const answer = await receiveAnswer(lines({ progress }, { problem }), heard().progress);
    expect([answer.status, await answer.json()]).toEqual([422, problem]);
  });

  it('when the connection breaks off, then that is told', async () => {
    await expect(receiveAnswer(lines({ progress }), heard().progress)).rejects.toThrow('broke off');
  });
});
