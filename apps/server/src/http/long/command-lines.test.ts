import { PressBusy } from '@concord/reports';
import { describe, expect, it } from 'vitest';
import { inLines, type Listening } from './command-lines.ts';

const asking = (signal = new AbortController().signal) => ({ signal });
const half = { step: 'document', done: 1, of: 2 };

async function linesIn(response: Response): Promise<unknown[]> {
  return (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('given a command that takes long, for who wants to be told', () => {
  it('when it is carried out, then how far it is and at the end its answer', async () => {
    const answer = async ({ tell }: Listening) => {
      tell(half);
      return Response.json({ position: 7 }, { status: 201 });
    };
    const response = await inLines(answer, asking());
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    expect(await linesIn(response)).toEqual([{ progress: half }, { done: { position: 7 } }]);
  });

  it('when it is refused at once, then that is answered as ever', async () => {
    const answer = async () => Response.json({ code: 'no' }, { status: 422 });
    const response = await inLines(answer, asking());
    expect([response.status, await response.json()]).toEqual([422, { code: 'no' }]);
  });

  it('when it is refused later, then that is the last line', async () => {
    const answer = async ({ tell }: Listening) => {
      tell(half);
      await new Promise((resolve) => setImmediate(resolve));
      return Response.json({ code: 'no' }, { status: 422 });
    };
    const lines = await linesIn(await inLines(answer, asking()));
    expect(lines).toEqual([{ progress: half }, { problem: { code: 'no' } }]);
  });

  it('when something goes wrong on the way, then the last line says so, with the words of an answer', async () => {
    const answer = async ({ tell }: Listening): Promise<Response> => {
      tell(half);
      await new Promise((resolve) => setImmediate(resolve));
      throw new PressBusy(20);
    };
    const lines = await linesIn(await inLines(answer, asking()));
    expect(lines).toEqual([
      { progress: half },
      { problem: expect.objectContaining({ status: 503, code: 'report.busy' }) },
    ]);
  });

  it.each(['reads no further', 'is gone'])('when who asked %s, then it is given up', async (how) => {
    const gone = new AbortController();
    let given: AbortSignal | undefined;
    const answer = ({ signal, tell }: Listening) => {
      given = signal;
      tell(half);
      return new Promise<Response>((resolve) =>
        signal.addEventListener('abort', () => resolve(new Response(null, { status: 408 }))),
      );
    };
    const response = await inLines(answer, asking(gone.signal));
    if (how === 'is gone') gone.abort();
    await response.body?.cancel();
    expect(given?.aborted).toBe(true);
  });
});
