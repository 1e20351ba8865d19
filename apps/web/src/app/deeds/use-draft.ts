import { useRef, useState } from 'react';
import { dropDraft, formsOf, gotBack, keepForm, placeOf, readDrafts, toKeep } from '../drafts/index.ts';
import { usePlace } from '../place/place.tsx';

/** Where this browser keeps my drafts of the open organisation. */
export function useDraftPlace(): string {
  const { organisation, me } = usePlace();
  return placeOf(organisation, me.person);
}

/** What was begun in a form before, and is gone on with: since when it lies there, and how it is given up. */
export interface BegunForm {
  /** Instant at which it was last typed on. */
  readonly at: string;
  readonly discard: () => void;
}

/**
 * What is typed in a form that can be left: closing it, going back or loading the page anew loses nothing. It stands
 * under its name in this browser until it is recorded (`forget`) or given up. A file among it is not kept.
 */
export function useDraft<Draft extends object>(name: string, first: () => Draft) {
  const place = formsOf(useDraftPlace());
  const [kept] = useState(() => readDrafts(place).find(({ id }) => id === name));
  const [draft, setDraft] = useState<Draft>(() => (kept ? gotBack(first(), kept.what) : first()));
  const [isResumed, setResumed] = useState(kept !== undefined);
  const latest = useRef(draft);
  const show = (next: Draft) => {
    latest.current = next;
    setDraft(next);
  };
  const drop = () => dropDraft(place, name);
  const forget = () => {
    drop();
    setResumed(false);
  };
  const change = (changed: Partial<Draft>) => {
    const next = { ...latest.current, ...changed };
    show(next);
    const what = toKeep(next);
    if (JSON.stringify(what) === JSON.stringify(toKeep(first()))) drop();
    else keepForm(place, { id: name, at: new Date().toISOString(), what });
  };
  const discard = () => {
    forget();
    show(first());
  };
  const begun: BegunForm | undefined = kept && isResumed ? { at: kept.at, discard } : undefined;
  return { draft, change, forget, begun };
}
