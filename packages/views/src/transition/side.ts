import { assessableOf, editionIn, type Framework, framework, type Requirement } from '@concord/catalog';
import { applicabilityKey, valueOn } from '@concord/programme';
import { type Opened, openView, type ViewAsked } from '../envelope.ts';
import { languageOf } from '../language/say.ts';
import type { VisibleRow } from '../reader.ts';

/** What the organisation has decided and claimed of a control of one edition, and how it stands. */
export interface Standing
  extends Pick<VisibleRow, 'state' | 'word' | 'kind' | 'mark' | 'claims' | 'implementation'> {
  readonly applicability: 'applicable' | 'excluded' | 'undecided';
  readonly exclusionReason: string;
}

/** One edition: its controls of Annex A and, where it was adopted, how they stand. */
export interface Side {
  readonly framework: Framework;
  /** Absent where the organisation has not adopted it. */
  readonly opened: Opened | undefined;
  readonly controls: readonly Requirement[];
  readonly standing: (control: string) => Standing | undefined;
}

/** An edition that was adopted as it was adopted, and as we ship it otherwise. */
export function sideOf(asked: ViewAsked, id: string): Side {
  const answer = openView(asked, id);
  const opened = 'refusal' in answer ? undefined : answer;
  const edition = opened?.framework ?? editionIn(languageOf(asked), framework(id) as Framework);
  const controls = assessableOf(edition).filter(({ level }) => level === 'control');
  return {
    framework: edition,
    opened,
    controls,
    standing: (control) => opened && stand(asked, opened, control),
  };
}

function stand({ programme, on }: ViewAsked, opened: Opened, control: string): Standing {
  const { state, word, kind, mark, claims, implementation } = opened.row(control);
  const key = applicabilityKey(opened.scope, opened.framework.id, control);
  const decided = valueOn(programme.controls.applicability.get(key) ?? [], on);
  const applicability = decided === undefined ? 'undecided' : decided.applicable ? 'applicable' : 'excluded';
  const exclusionReason = decided?.exclusionReason ?? '';
  return { state, word, kind, mark, claims, implementation, applicability, exclusionReason };
}
