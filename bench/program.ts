import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';

/** The built program as a person starts it, up to its first answer. */
export async function start(root: string, env: NodeJS.ProcessEnv) {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'concord.mjs'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<URL>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const found = /http:\S+/.exec(printed);
      if (found) resolve(new URL(found[0]));
    });
    child.once('exit', () => reject(new Error(`the server ended: ${printed}`)));
  });
  await (await fetch(`${address.origin}/healthz`)).arrayBuffer();
  const taken = performance.now() - started;
  const stop = () =>
    new Promise<void>((resolve) => {
      child.removeAllListeners('exit');
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { address, taken, stop, pid: child.pid ?? 0 };
}

/** Asks for a path below the interface and resolves with the bytes of the answer's body; rejects when refused. */
export type Client = (method: string, path: string, body?: object) => Promise<number>;

/** A client that costs little itself: one connection kept open, bytes counted and dropped. */
export function lightClient(address: URL): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = {
    authorization: `Bearer ${address.searchParams.get('token')}`,
    'content-type': 'application/json',
  };
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const url = `${address.origin}/api/v1${path}`;
      const asked = request(url, { agent, method, headers }, (response) => {
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
        });
        response.on('end', () =>
          (response.statusCode ?? 500) < 300
            ? resolve(size)
            : reject(new Error(`${path}: ${response.statusCode}`)),
        );
      });
      asked.on('error', reject);
      asked.end(body ? JSON.stringify(body) : undefined);
    });
}
