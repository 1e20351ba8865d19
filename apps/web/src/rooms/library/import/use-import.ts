import type { Told } from '@concord/operations/client';
import { useState } from 'react';
import { sendFile, type Trial, useForetold, usePlace, useWords } from '../../../app/index.ts';
import { reasonOf } from '../control/attempt.ts';
import { type Choices, choicesRead, type FileColumn, isPlain, keyOf, mappingOf } from './columns.ts';

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
  readonly run: Trial;
}

interface Sent {
  readonly file: string;
  readonly name: string;
}

const first: ImportOptions = { confirm: false, framework: undefined };

/** What the columns of the file were read as at first, and what they are chosen to be. */
interface Columns {
  readonly read: readonly FileColumn[];
  readonly choices: Choices;
  /** Chosen: what comes next is what the file would do. */
  readonly isSettled: boolean;
}

/** Where the import stands, and its ways on. */
export function useImport() {
  const say = useWords('library');
  const { organisation } = usePlace();
  const [file, setFile] = useState<Sent>();
  const [options, setOptions] = useState(first);
  const [columns, setColumns] = useState<Columns>();
  const [result, setResult] = useState<{ readonly told: Told | undefined }>();
  const [isSending, setSending] = useState(false);
  const [failed, setFailed] = useState<string>();
  const input = file && inputOf(file, options, columns);
  const run = useForetold('controls import', result ? undefined : input);
  // What the file was read as is kept from its first answer: the choices are told from that.
  const read = run.told?.columns ?? run.refused?.problem.columns;
  if (file && !columns && read && read.length > 0)
    setColumns({ read, choices: choicesRead(read), isSettled: isPlain(read) });
  const begin = (next: Sent | undefined) => {
    setFile(next);
    setColumns(undefined);
    setResult(undefined);
    setOptions(first);
  };
  const choose = async (chosen: File) => {
    setSending(true);
    setFailed(undefined);
    try {
      begin({ file: (await sendFile(organisation, chosen, 'controls import')).file, name: chosen.name });
    } catch (refused) {
      setFailed(reasonOf(refused, say));
    } finally {
      setSending(false);
    }
  };
  const change = (changed: Partial<Columns>) => setColumns((before) => before && { ...before, ...changed });
  return {
    state: stateOf({ file, options, columns, result, isSending, failed, run, input }),
    choose: (chosen: File) => void choose(chosen),
    set: (changed: Partial<ImportOptions>) => setOptions((before) => ({ ...before, ...changed })),
    chooseColumns: (choices: Choices) => change({ choices }),
    settle: (isSettled: boolean) => change({ isSettled }),
    leaveOut: (column: FileColumn) =>
      setColumns(
        (before) =>
          before && {
            ...before,
            choices: new Map(before.choices).set(keyOf(column), undefined),
            isSettled: true,
          },
      ),
    start: () => begin(undefined),
    finish: (told: Told | undefined) => setResult({ told }),
  };
}

/** What is sent; while columns are being chosen nothing is tried anew. */
function inputOf({ file }: Sent, { confirm, framework }: ImportOptions, columns: Columns | undefined) {
  const mapping = columns?.isSettled ? mappingOf(columns.read, columns.choices) : {};
  return { file, confirm, ...mapping, ...(framework === undefined ? {} : { framework }) };
}

interface Known {
  readonly file: Sent | undefined;
  readonly options: ImportOptions;
  readonly columns: Columns | undefined;
  readonly result: { readonly told: Told | undefined } | undefined;
  readonly isSending: boolean;
  readonly failed: string | undefined;
  readonly run: Trial;
  readonly input: Readonly<Record<string, unknown>> | undefined;
}

function stateOf({ file, options, columns, result, isSending, failed, run, input }: Known) {
  if (result) return { step: 'done' as const, told: result.told };
  if (!file || !input) return { step: 'choose' as const, isSending, failed };
  const { name } = file;
  if (columns && !columns.isSettled) return { step: 'columns' as const, name, columns };
  const taken = columns?.read.filter((column) => columns.choices.get(keyOf(column)) !== undefined) ?? [];
  return {
    step: 'check' as const,
    sent: { name, run },
    options,
    input,
    hasColumns: columns !== undefined,
    columns: taken,
  };
}
