import { useLateAnswer } from '../../../app/index.ts';
import { type Change, keyOf } from '../supposed/supposed.ts';

export interface Found {
  readonly key: string;
  readonly label: string;
  /** Day of a piece of evidence, title of what a requirement lies in. */
  readonly where?: string | undefined;
  readonly change: Change;
}

const most = 30;

/** Controls that do not work today: what a what-if begins with. */
export function useWeakControls(limit: number, enabled = true) {
  const freshness = ['failed', 'stale', 'missing'] as const;
  return useLateAnswer('controls list', { freshness: [...freshness], retired: false, limit }, { enabled });
}

/** What can be supposed otherwise, the best first; controls that do not work until something is typed. */
export function useFound(text: string): { readonly found: readonly Found[]; readonly isLoading: boolean } {
  const typed = text.trim().slice(0, 200);
  const weak = useWeakControls(most, typed === '');
  const best = useLateAnswer(
    'find',
    { text: typed || '-', kinds: ['control', 'requirement', 'evidence'], limit: most },
    { enabled: typed !== '' },
  );
  if (typed === '') {
    const found = (weak.data?.rows ?? []).map(({ code, name }) => works(code, name));
    return { found, isLoading: weak.isFetching };
  }
  return { found: (best.data?.rows ?? []).flatMap(foundOf), isLoading: best.isFetching };
}

interface FindRow {
  readonly kind: string;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly framework?: string;
  readonly where?: string;
}

function foundOf({ kind, id, code, title, framework, where }: FindRow): readonly Found[] {
  if (kind === 'control') return [works(code, title)];
  const isOff = false;
  if (kind === 'evidence') {
    return [{ key: id, label: title, where, change: { kind: 'lapse', evidence: id, isOff } }];
  }
  if (framework === undefined) return [];
  const change: Change = { kind: 'exclude', framework, requirement: id, isOff };
  return [{ key: keyOf(change), label: `${code} ${title}`, where, change }];
}

function works(code: string, name: string): Found {
  return { key: code, label: `${code} ${name}`, change: { kind: 'set', code, state: 'works', isOff: false } };
}
