import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

/** What one request cost. */
export interface Cost {
  readonly seconds: number;
  readonly bytes: number;
  readonly status: number;
  /** MB that the server held more at its height than before. */
  readonly grown: number;
  /** MB that its processes held together at their height; where there are none, 0. */
  readonly beside: number;
  /** Milliseconds of the longest answer to somebody who asked every 20 ms whether it is there. */
  readonly longestWait: number;
}

interface Watched {
  readonly address: URL;
  readonly pid: number;
}

export interface ToAsk {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

/** Asks for one thing, reads it to its end and drops it, and watches the server meanwhile. */
export async function watch(server: Watched, asked: ToAsk): Promise<Cost> {
  // Resets the height that the system remembers (proc(5), clear_refs).
  writeFileSync(`/proc/${server.pid}/clear_refs`, '5');
  const before = inStatus(server.pid, 'VmRSS');
  const waits = waitAtTheDoor(server.address);
  const beside = watchBeside(server.pid);
  const started = performance.now();
  const { bytes, status } = await ask(server.address, asked);
  const seconds = (performance.now() - started) / 1000;
  const grown = inStatus(server.pid, 'VmHWM') - before;
  return { seconds, bytes, status, grown, beside: beside.stop(), longestWait: await waits.stop() };
}

function ask(address: URL, { method, path, body }: ToAsk): Promise<{ bytes: number; status: number }> {
  const headers = {
    authorization: `Bearer ${address.searchParams.get('token')}`,
    'content-type': 'application/json',
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${address.origin}/api/v1${path}`, { method, headers, agent: false }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('error', reject);
      answer.on('end', () => resolve({ bytes, status: answer.statusCode ?? 0 }));
    });
    sent.on('error', reject);
    sent.end(body ? JSON.stringify(body) : undefined);
  });
}

const everyMilliseconds = 20;

/** Somebody else, who asks for next to nothing all the time. */
function waitAtTheDoor({ origin }: URL) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let longest = 0;
  let stopped = false;
  const knocking = (async () => {
    while (!stopped) {
      const started = performance.now();
      // Who was not heard for long may find the door shut, and knocks again.
      while (!(await isHeard(`${origin}/healthz`, agent)));
      const waited = performance.now() - started;
      longest = Math.max(longest, waited);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, everyMilliseconds - waited)));
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await knocking;
      agent.destroy();
      return longest;
    },
  };
}

function isHeard(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const sent = request(url, { agent }, (answer) => answer.resume().on('end', () => resolve(true)));
    sent.on('error', () => resolve(false));
    sent.end();
  });
}

function watchBeside(pid: number) {
  let most = 0;
  const timer = setInterval(() => {
    const now = childrenOf(pid).reduce((sum, child) => sum + inStatus(child, 'VmRSS'), 0);
    most = Math.max(most, now);
  }, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

/** Of every thread of it; none where the system does not say. */
function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** MB; nought when the process has ended. */
function inStatus(pid: number, line: 'VmRSS' | 'VmHWM'): number {
  try {
    const kilobytes = new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1000;
  } catch {
    return 0;
  }
}
