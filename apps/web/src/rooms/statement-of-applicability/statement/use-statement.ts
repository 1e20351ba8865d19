import { useMemo } from 'react';
import { useAddress, useAnswer, useLateAnswer } from '../../../app/index.ts';
import { countLines, linesOf } from './line.ts';
import { wantedLines } from './wanted.ts';

/** The statement with its lines, and those of them that the address asks for. */
export function useStatement() {
  const [{ scope, theme, applicable, state, checks, q }] = useAddress();
  const view = useAnswer('view statement-of-applicability', scope ? { scope } : {});
  const lines = useMemo(() => linesOf(view), [view]);
  const shown = useMemo(
    () => wantedLines(lines, { theme, applicable, state, checks, text: q }),
    [lines, theme, applicable, state, checks, q],
  );
  const counts = useMemo(() => countLines(lines), [lines]);
  return { view, lines, shown, counts };
}

/** Obligations in force, to be pointed at. */
export function useObligations() {
  const { data } = useLateAnswer('obligations list', { limit: 1000, state: 'in-force' });
  return data?.rows ?? [];
}

/** The versions published of the scope that is looked at, and the number of the next once it is known. */
export function useVersions(scope: string) {
  const asked = useLateAnswer('reports versions', { report: 'statement-of-applicability', scope });
  // Until they have come, those of the scope before are no answer for this one.
  const rows = asked.isPlaceholderData ? undefined : asked.data?.rows;
  const numbers = rows?.map(({ version }) => version) ?? [];
  return { numbers, next: rows && Math.max(0, ...numbers) + 1, last: rows?.at(-1) };
}
