import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { dropDraft, formsOf, keepForm, readDrafts } from '../../drafts/index.ts';
import { useIsPast } from '../../place/when.ts';
import { type BegunForm, useDraftPlace } from '../use-draft.ts';

/** What is typed over a value where it stands, until it is recorded; undefined where nothing is. */
export interface TypedOver<Edit> {
  readonly edit: Edit | undefined;
  /** Set while it stands as it was left when the page was closed or loaded anew. */
  readonly begun: BegunForm | undefined;
  /** It was begun before, and nobody has typed on it since: it is not recorded unasked. */
  readonly isUntouched: boolean;
  /** It is typed on: this browser keeps it. */
  readonly type: (edit: Edit) => void;
  /** It stands otherwise, or no more; this browser keeps it on only where it was typed. */
  readonly show: (next: Edit | undefined | ((now: Edit | undefined) => Edit | undefined)) => void;
  /** It is kept elsewhere by now: here it only stands. */
  readonly handOver: () => void;
}

/**
 * The same for a value that is edited where it stands, and recorded when it is left, as `useDraft` is for a form: a page
 * that is loaded anew in the middle loses nothing. `isNews` tells what is typed from what stands there already.
 */
export function useTypedOver<Edit extends object>(
  name: string,
  isNews: (edit: Edit) => boolean,
): TypedOver<Edit> {
  const place = formsOf(useDraftPlace());
  const isPast = useIsPast();
  const [found] = useState(() => (isPast ? undefined : readDrafts(place).find(({ id }) => id === name)));
  const [edit, setEdit] = useState(() =>
    found && isNews(found.what as Edit) ? (found.what as Edit) : undefined,
  );
  const [isResumed, setResumed] = useState(edit !== undefined);
  const [isUntouched, setUntouched] = useState(edit !== undefined);
  const latest = useRef(edit);
  const isKept = useRef(edit !== undefined);
  const handOver = () => {
    if (isKept.current) dropDraft(place, name);
    isKept.current = false;
    setResumed(false);
  };
  const stand = (next: Edit | undefined) => {
    latest.current = next;
    setEdit(next);
  };
  const keep = (next: Edit) => {
    stand(next);
    isKept.current = true;
    keepForm(place, { id: name, at: new Date().toISOString(), what: next });
  };
  const type = (next: Edit) => {
    setUntouched(false);
    keep(next);
  };
  const show: TypedOver<Edit>['show'] = (next) => {
    const now = typeof next === 'function' ? next(latest.current) : next;
    if (now === undefined) handOver();
    if (now !== undefined && isKept.current) keep(now);
    else stand(now);
  };
  const dropOld = useEffectEvent(() => found && edit === undefined && dropDraft(place, name));
  useEffect(() => void dropOld(), []);
  const discard = () => show(undefined);
  return {
    edit,
    begun: found && isResumed ? { at: found.at, discard } : undefined,
    ...{ isUntouched, type, show, handOver },
  };
}
