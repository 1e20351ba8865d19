import type { Foretold, Problem } from '@concord/operations/client';
import { useState } from 'react';
import {
  foretell,
  isRefusal,
  type SentFile,
  sendFile,
  tell,
  Unreachable,
  useDeed,
  usePlace,
  useWords,
} from '../../../app/index.ts';

/** What a person says of a file that does not say it itself. */
export interface Wishes {
  readonly framework?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly direction?: 'as-written' | 'turned' | undefined;
}

export interface Import {
  readonly file: SentFile | undefined;
  readonly wishes: Wishes;
  readonly foretold: Foretold | undefined;
  readonly problem: Problem | undefined;
  readonly isPending: boolean;
  readonly take: (file: File) => Promise<void>;
  readonly wish: (wishes: Wishes) => Promise<void>;
  readonly bringIn: (says: string) => Promise<boolean>;
}

/** A file is sent, then tried, and brought in only when somebody has seen what it would bring. */
export function useImport(): Import {
  const { organisation } = usePlace();
  const sayOfApp = useWords('app');
  const carryOut = useDeed('catalogue import');
  const [file, setFile] = useState<SentFile>();
  const [wishes, setWishes] = useState<Wishes>({});
  const [foretold, setForetold] = useState<Foretold>();
  const [problem, setProblem] = useState<Problem>();
  const [isPending, setPending] = useState(false);

  const trying = async (work: () => Promise<void>) => {
    setPending(true);
    setProblem(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      if (!isRefusal(error) && !(error instanceof Unreachable)) throw error;
      setForetold(undefined);
      if (isRefusal(error)) setProblem(error.problem);
      else tell({ says: sayOfApp('unreachable'), tone: 'failed' });
      return false;
    } finally {
      setPending(false);
    }
  };
  const preview = async (sent: SentFile, said: Wishes) => {
    setForetold(await foretell(organisation, 'catalogue import', inputOf(sent, said)));
  };
  return {
    file,
    wishes,
    foretold,
    problem,
    isPending,
    take: async (chosen) => {
      await trying(async () => {
        const sent = await sendFile(organisation, chosen, 'catalogue import');
        setFile(sent);
        setWishes({});
        await preview(sent, {});
      });
    },
    wish: async (said) => {
      setWishes(said);
      if (file) await trying(() => preview(file, said));
    },
    bringIn: async (says) => {
      if (!file) return false;
      return trying(async () => {
        await carryOut({ input: inputOf(file, wishes), says });
      });
    },
  };
}

function inputOf({ file }: SentFile, wishes: Wishes): Readonly<Record<string, string>> {
  const said = Object.entries(wishes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { file, ...Object.fromEntries(said) };
}
