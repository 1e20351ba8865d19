import type { ProgressOfActions } from './progress.ts';

/** What only the management body can settle, or has to see to; our own selection, each with what it rests on. */
export interface AskedOfBoard {
  readonly kind:
    | 'tiers'
    | 'gaps-without-action'
    | 'actions-without-owner'
    | 'actions-late'
    | 'statement-errors'
    | 'class-undetermined';
  readonly count: number;
  /** Ids or titles of what it is about, the first few. */
  readonly about: readonly string[];
}

export interface AskedFrom {
  readonly hasTiers: boolean;
  readonly gaps: readonly {
    readonly requirement: string;
    readonly actions: number;
    readonly priority?: string | undefined;
  }[];
  readonly progress: ProgressOfActions;
  readonly statement: { readonly checked: { readonly E: number } } | undefined;
  readonly undetermined: readonly string[];
}

const named = 4;

/** Nothing is asked where nothing stands open: then the list is empty, and the page says so. */
export function askedOfBoard({
  hasTiers,
  gaps,
  progress,
  statement,
  undetermined,
}: AskedFrom): AskedOfBoard[] {
  const untouched = gaps.filter(({ actions, priority }) => actions === 0 && priority === 'high');
  const found: AskedOfBoard[] = [
    ask(
      'gaps-without-action',
      untouched.map(({ requirement }) => requirement),
    ),
    ask(
      'actions-late',
      progress.late.map(({ title }) => title),
    ),
    ask(
      'actions-without-owner',
      progress.unowned.map(({ title }) => title),
    ),
    { kind: 'statement-errors', count: statement?.checked.E ?? 0, about: [] },
    ask('class-undetermined', undetermined),
    { kind: 'tiers', count: hasTiers ? 0 : 1, about: [] },
  ];
  return found.filter(({ count }) => count > 0);
}

function ask(kind: AskedOfBoard['kind'], about: readonly string[]): AskedOfBoard {
  return { kind, count: about.length, about: about.slice(0, named) };
}
