import type { Told } from '@concord/operations/client';
import { useState } from 'react';
import { sendFile, usePlace, useWords } from '../../../app/index.ts';
import { type DryRun, useDryRun } from '../bulk/use-dry-run.ts';
import { reasonOf } from '../control/attempt.ts';

/** How a file is read. */
export interface ImportOptions {
  /** Also confirms the claims that the file calls confirmed. */
  readonly confirm: boolean;
  /** Of an OSCAL component-definition whose source nobody knows. */
  readonly framework: string | undefined;
}

/** A file that was sent, and what taking it in would do. */
export interface SentTable {
  readonly name: string;
  readonly run: DryRun;
}

interface Sent {
  readonly file: string;
  readonly name: string;
}

const first: ImportOptions = { confirm: false, framework: undefined };

/** Where the import stands, and its ways on. */
export function useImport() {
  const say = useWords('library');
  const { organisation } = usePlace();
  const [file, setFile] = useState<Sent>();
  const [options, setOptions] = useState(first);
  const [result, setResult] = useState<{ readonly told: Told | undefined }>();
  const [isSending, setSending] = useState(false);
  const [failed, setFailed] = useState<string>();
  const { confirm, framework } = options;
  const input = file && { file: file.file, confirm, ...(framework === undefined ? {} : { framework }) };
  const run = useDryRun('controls import', result ? undefined : input);
  const choose = async (chosen: File) => {
    setSending(true);
    setFailed(undefined);
    try {
      setFile({ file: (await sendFile(organisation, chosen)).file, name: chosen.name });
    } catch (refused) {
      setFailed(reasonOf(refused, say));
    } finally {
      setSending(false);
    }
  };
  return {
    state: stateOf({ file, options, result, isSending, failed, run, input }),
    choose: (chosen: File) => void choose(chosen),
    set: (changed: Partial<ImportOptions>) => setOptions((before) => ({ ...before, ...changed })),
    start: () => {
      setFile(undefined);
      setResult(undefined);
      setOptions(first);
    },
    finish: (told: Told | undefined) => setResult({ told }),
  };
}

interface Known {
  readonly file: Sent | undefined;
  readonly options: ImportOptions;
  readonly result: { readonly told: Told | undefined } | undefined;
  readonly isSending: boolean;
  readonly failed: string | undefined;
  readonly run: DryRun;
  readonly input: Readonly<Record<string, unknown>> | undefined;
}

function stateOf({ file, options, result, isSending, failed, run, input }: Known) {
  if (result) return { step: 'done' as const, told: result.told };
  if (!file || !input) return { step: 'choose' as const, isSending, failed };
  return { step: 'check' as const, sent: { name: file.name, run }, options, input };
}
