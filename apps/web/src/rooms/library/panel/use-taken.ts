import { useCallback, useEffect, useRef, useState } from 'react';
import {
  dropDraft,
  dropFile,
  formsOf,
  gotBack,
  type KeptDraft,
  keepFile,
  keepForm,
  keptFile,
  readDrafts,
  toKeep,
  useDraftPlace,
} from '../../../app/index.ts';
import type { Taken } from '../../../ui/index.ts';

/** What is typed of a piece, as far as it was; a link stands there too. */
type Typed = Readonly<Record<string, unknown>>;

/** A file or an address that was taken in on a control's panel, kept in this browser until it is recorded or put back. */
export interface TakenIn {
  readonly taken: Taken;
  /** When it was last typed on, where it was begun before; undefined for what was just taken. */
  readonly at: string | undefined;
  readonly typed: Typed;
  /** Whether this browser has room for the file; undefined for an address, and while it is being put there. */
  readonly isKept: boolean | undefined;
}

interface Written {
  readonly isLink: boolean;
  readonly typed: Typed;
}

/** What was taken in for a control, also before the page was loaded anew. */
export function useTaken(control: string) {
  const place = formsOf(useDraftPlace());
  const id = `evidence for ${control} of ${place}`;
  const [found, setFound] = useState<TakenIn>();
  const latest = useRef<TakenIn>(undefined);
  const show = useCallback((now: TakenIn | undefined) => {
    latest.current = now;
    setFound(now);
  }, []);
  useEffect(() => {
    let isOver = false;
    void begunBefore(place, id).then((begun) => {
      if (begun && !isOver && !latest.current) show(begun);
    });
    return () => {
      isOver = true;
    };
  }, [place, id, show]);
  const keepIt = (now: TakenIn) => {
    show(now);
    keepForm(place, { id, at: new Date().toISOString(), what: writtenOf(now), ...fileOf(now) });
  };
  const take = async (taken: Taken) => {
    keepIt({ taken, at: undefined, typed: {}, isKept: undefined });
    if ('link' in taken) return;
    const isKept = await keepFile(place, id, taken.file);
    const now = latest.current;
    if (now?.taken === taken) keepIt({ ...now, isKept });
    else if (!now) await dropFile(id);
  };
  const drop = () => {
    show(undefined);
    dropDraft(place, id);
    void dropFile(id);
  };
  const keep = (typed: object) => latest.current && keepIt({ ...latest.current, typed: toKeep(typed) });
  return { found, take, keep, drop };
}

function writtenOf({ taken, typed }: TakenIn): Written {
  return { isLink: 'link' in taken, typed };
}

function fileOf({ taken, isKept }: TakenIn): Pick<KeptDraft, 'file'> {
  return 'file' in taken
    ? { file: { name: taken.file.name, size: taken.file.size, isKept: isKept === true } }
    : {};
}

async function begunBefore(place: string, id: string): Promise<TakenIn | undefined> {
  const kept = readDrafts(place).find((each) => each.id === id) as KeptDraft<Written> | undefined;
  if (!kept) return undefined;
  const { isLink, typed } = kept.what;
  const begun = { at: kept.at, typed: gotBack({}, typed), isKept: isLink ? undefined : true };
  if (isLink) return { ...begun, taken: { link: String(typed.link ?? '') } };
  const file = await keptFile(id);
  return file && { ...begun, taken: { file } };
}
