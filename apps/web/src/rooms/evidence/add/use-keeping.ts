import { useState } from 'react';
import {
  dropDraft,
  dropFile,
  type KeptDraft,
  keepDraft,
  keepFile,
  useDraftPlace,
} from '../../../app/index.ts';
import type { Taken } from '../../../ui/index.ts';
import type { Draft, KeptPiece } from './draft.ts';

/** What keeping a draft came to: all of it; its texts alone, as its file finds no room here; or nothing. */
export type Kept = 'whole' | 'texts' | 'nothing';

/** Keeps a draft in this browser under a name of its own until it is recorded or discarded. */
export function useKeeping(from: Pick<KeptPiece, 'versionOf' | 'for'>, resumed: string | undefined) {
  const place = useDraftPlace();
  const [id, setId] = useState(() => resumed ?? crypto.randomUUID());
  const [isFileKept, setFileKept] = useState<boolean | undefined>(resumed === undefined ? undefined : true);
  const [isKept, setKept] = useState(true);
  const texts = (taken: Taken | undefined, draft: Draft): KeptDraft<KeptPiece> => ({
    id,
    at: new Date().toISOString(),
    what: { ...from, draft, ...(taken && 'link' in taken ? taken : {}) },
    ...(taken && 'file' in taken
      ? { file: { name: taken.file.name, size: taken.file.size, isKept: isFileKept === true } }
      : {}),
  });
  const drop = () => {
    dropDraft(place, id);
    void dropFile(id);
  };
  return {
    id,
    kept: kindOf(isKept, isFileKept),
    /** Undefined while it is being kept. */
    isFileKept,
    keep: (taken: Taken | undefined, draft: Draft) => setKept(keepDraft(place, texts(taken, draft))),
    keepBytes: (taken: Taken | undefined) => {
      setFileKept(undefined);
      if (taken && 'file' in taken) void keepFile(place, id, taken.file).then(setFileKept);
      else void dropFile(id);
    },
    drop,
    /** Goes on with another draft. */
    next: () => {
      setId(crypto.randomUUID());
      setFileKept(undefined);
    },
  };
}

function kindOf(isKept: boolean, isFileKept: boolean | undefined): Kept {
  if (!isKept) return 'nothing';
  return isFileKept === false ? 'texts' : 'whole';
}
