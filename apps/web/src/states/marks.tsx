import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Level, type LevelNumber, StateWord } from '../ui/index.ts';
import {
  type ActionCode,
  actionLooks,
  type ClaimCode,
  claimLooks,
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
  type RequirementWord,
  requirementLooks,
  type SeverityCode,
  severityLooks,
  wordLooks,
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

/** The same by the code of its word. */
export function WordMark({ code, ...dress }: Dress & { readonly code: RequirementWord }) {
  const say = useStateWords();
  return <Drawn {...dress} look={wordLooks[code]} word={say(`word-${code}`)} />;
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

/** The weight of what a check has found. */
export function SeverityMark({ code, ...dress }: Dress & { readonly code: SeverityCode }) {
  const say = useStateWords();
  return <Drawn {...dress} look={severityLooks[code]} word={say(`severity-${code}`)} />;
}

/** How far an action is. */
export function ActionMark({ code, ...dress }: Dress & { readonly code: ActionCode }) {
  const say = useStateWords();
  return <Drawn {...dress} look={actionLooks[code]} word={say(`action-${code}`)} />;
}

/** Whether a claim counts. */
export function ClaimMark({ code, ...dress }: Dress & { readonly code: ClaimCode }) {
  const say = useStateWords();
  return <Drawn {...dress} look={claimLooks[code]} word={say(`claim-${code}`)} />;
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

/** One of five levels, of likelihood, impact or risk. */
export function LevelMark({ level, strong }: { readonly level: LevelNumber; readonly strong?: boolean }) {
  const say = useStateWords();
  return <Level level={level} word={say(`level-${level}`)} strong={strong} />;
}
