import { useEffect, useState } from 'react';
import { type KeptDraft, keptFile, useDraftPlace, useDrafts } from '../../../app/index.ts';
import type { Taken } from '../../../ui/index.ts';
import type { Draft, KeptPiece } from './draft.ts';

/** A draft that is gone on with. */
export interface Resumed {
  readonly id: string;
  readonly draft: Draft;
  readonly taken: Taken | undefined;
  /** Name of its file, where this browser does not have the file any more. */
  readonly lost: string | undefined;
}

/** Pieces that were begun in this browser and not recorded, the latest first. */
export function useBegun(): readonly KeptDraft<KeptPiece>[] {
  return useDrafts(useDraftPlace()) as readonly KeptDraft<KeptPiece>[];
}

/** The draft that the address names, with its file; null for none, undefined until it is fetched. */
export function useResumed(id: string | undefined): Resumed | null | undefined {
  const begun = useBegun();
  const [found, setFound] = useState<Resumed | null | undefined>(id === undefined ? null : undefined);
  const [named] = useState(() => begun.find((each) => each.id === id));
  useEffect(() => {
    let isWanted = true;
    void resume(named).then((resumed) => isWanted && setFound(resumed));
    return () => {
      isWanted = false;
    };
  }, [named]);
  return found;
}

async function resume(kept: KeptDraft<KeptPiece> | undefined): Promise<Resumed | null> {
  if (!kept) return null;
  const { id, file, what } = kept;
  const { draft, link } = what;
  if (link !== undefined) return { id, draft, taken: { link }, lost: undefined };
  const bytes = file && (await keptFile(id));
  return { id, draft, taken: bytes && { file: bytes }, lost: bytes ? undefined : file?.name };
}
