import type { Terminal } from './terminal.ts';

/** How far something is that takes long, told where a person looks and not where the answer goes. */
export interface ProgressLine {
  readonly tell: (step: string, done: number, of: number) => void;
  /** Takes the line away, so that what is said next has one of its own. */
  readonly end: () => void;
}

/** On a terminal one line that changes; with `--progress` elsewhere a line for each tenth; else nothing. */
export function progressLine(terminal: Terminal, asked: boolean): ProgressLine {
  let last = '';
  const onTerminal = terminal.showsErrors === true;
  if (!onTerminal && !asked) return { tell: () => undefined, end: () => undefined };
  return {
    tell: (step, done, of) => {
      const share = of > 0 ? Math.floor((100 * done) / of) : 100;
      const text = `${step}: ${onTerminal ? share : share - (share % 10)} %`;
      if (text === last) return;
      terminal.error(onTerminal ? `\r${text.padEnd(last.length)}` : `${text}\n`);
      last = text;
    },
    end: () => {
      if (onTerminal && last !== '') terminal.error(`\r${' '.repeat(last.length)}\r`);
      last = '';
    },
  };
}

const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Until when something runs that a person may end. */
interface Stopping {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/** For what is ended as any process is: a command is carried out or not, whoever waits for its answer. */
export function neverStopped(): Stopping {
  return { signal: new AbortController().signal, release: () => undefined };
}

/** Aborts on Ctrl+C, or when the terminal is closed, until `release`: what was begun is taken back before the process ends. */
export function stoppedByInterrupt(): Stopping {
  const abort = new AbortController();
  const stop = () => abort.abort();
  for (const name of stops) process.once(name, stop);
  return {
    signal: abort.signal,
    release: () => {
      for (const name of stops) process.off(name, stop);
    },
  };
}
