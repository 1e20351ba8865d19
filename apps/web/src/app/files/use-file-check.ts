import { mostFileBytes } from '@concord/operations/client';
import { useState } from 'react';
import { Refused, Unreachable } from '../client/index.ts';
import { sendFile } from '../deeds/files.ts';
import { usePlace } from '../place/place.tsx';
import { type Say, useWords } from '../words/use-words.ts';

/** Takes a file once the server is known to take it; until then, and where it does not, says so. */
export function useFileCheck(onTake: (file: File) => void) {
  const say = useWords('app');
  const { organisation } = usePlace();
  const [refused, setRefused] = useState<string>();
  const [isPending, setPending] = useState(false);
  const check = async (file: File) => {
    setRefused(undefined);
    setPending(true);
    try {
      const why = await whyNotTaken(organisation, file, say);
      setRefused(why);
      if (why === undefined) onTake(file);
    } finally {
      setPending(false);
    }
  };
  return { check, refused, isPending };
}

/**
 * Why a file is not kept, asked as soon as it is chosen, so that nothing is written about one that is refused in the end:
 * undefined where it is taken, and where the server does not answer. What the server takes waits there for a day.
 */
async function whyNotTaken(organisation: string, file: File, say: Say): Promise<string | undefined> {
  // A file that is too large is not carried there to be told so.
  if (file.size > mostFileBytes) return say('file-too-large', { name: file.name, most: mostFileBytes / 1e6 });
  if (file.size === 0) return say('file-empty', { name: file.name });
  try {
    await sendFile(organisation, file);
    return undefined;
  } catch (error) {
    if (error instanceof Unreachable) return undefined;
    if (error instanceof Refused) return isAboutFile(error) ? error.problem.detail : undefined;
    throw error;
  }
}

function isAboutFile({ problem }: Refused): boolean {
  return problem.code.startsWith('file.');
}
