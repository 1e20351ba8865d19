import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateWord } from '../ui/index.ts';
import {
  type ActionCode,
  actionLooks,
  type DueCode,
  type DueKindCode,
  dueKindLooks,
  dueLooks,
  type FreshnessCode,
  freshnessLooks,
  type ImplementationCode,
  implementationLooks,
  type Look,
  type RequirementMark,
  requirementLooks,
} from './looks.ts';

/** Gives the word of a code: `say('freshness-stale')`. */
export function useStateWords(): (key: string) => string {
  return useTranslation('states').t as unknown as (key: string) => string;
}

interface Dress {
  readonly strong?: boolean | undefined;
  /** Further words after the state's own: a date. */
  readonly children?: ReactNode;
  readonly wraps?: boolean | undefined;
}

function Drawn({
  look,
  word,
  children,
  strong,
  wraps,
}: Dress & { readonly look: Look; readonly word: string }) {
  return (
    <StateWord {...look} strong={strong} wraps={wraps}>
      {word}
      {children !== undefined && <> {children}</>}
    </StateWord>
  );
}

interface StateMarkProps extends Dress {
  readonly mark: RequirementMark;
  /** How the view says it, in the language asked for; else the short word of the mark. */
  readonly word?: string | undefined;
}

/** What is known of a requirement, by the `mark` and the `word` of a row of a view. */
export function StateMark({ mark, word, ...dress }: StateMarkProps) {
  const say = useStateWords();
  return <Drawn {...dress} look={requirementLooks[mark]} word={word ?? say(`requirement-${mark}`)} />;
}

/** What shows that a control works. */
export function FreshnessMark({ freshness, ...dress }: Dress & { readonly freshness: FreshnessCode }) {
  const say = useStateWords();
  return <Drawn {...dress} look={freshnessLooks[freshness]} word={say(`freshness-${freshness}`)} />;
}

/** How far a control is put into practice. */
export function ImplementationMark({ code, ...dress }: Dress & { readonly code: ImplementationCode }) {
  const say = useStateWords();
  return <Drawn {...dress} look={implementationLooks[code]} word={say(`implementation-${code}`)} />;
}

/** How far an action is. */
export function ActionMark({ code, ...dress }: Dress & { readonly code: ActionCode }) {
  const say = useStateWords();
  return <Drawn {...dress} look={actionLooks[code]} word={say(`action-${code}`)} />;
}

/** How near the day of something is. */
export function DueMark({ code, ...dress }: Dress & { readonly code: DueCode }) {
  const say = useStateWords();
  return <Drawn {...dress} look={dueLooks[code]} word={say(`due-${code}`)} />;
}

/** What kind of record falls due. */
export function DueKindMark({ kind, ...dress }: Dress & { readonly kind: DueKindCode }) {
  const say = useStateWords();
  return <Drawn {...dress} look={dueKindLooks[kind]} word={say(`kind-${kind}`)} />;
}
