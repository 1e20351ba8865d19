import type { Told } from '@concord/operations/client';
import { useLayoutEffect, useState } from 'react';
import {
  isRefusal,
  sendFile,
  type Trial,
  useDraft,
  useForetold,
  usePlace,
  useWords,
} from '../../../app/index.ts';
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

/** A file that the server has; it keeps it for a day. */
interface Sent {
  readonly file: string;
  readonly name: string;
}

/** What the columns of the file were read as at first, and what they are chosen to be. */
interface Columns {
  readonly read: readonly FileColumn[];
  readonly choices: Choices;
  /** Chosen: what comes next is what the file would do. */
  readonly isSettled: boolean;
}

/** What outlives a page that is loaded anew: the file itself lies with the server. */
interface ImportDraft extends ImportOptions {
  readonly sent: Sent | undefined;
  readonly read: readonly FileColumn[] | undefined;
  readonly choices: readonly (readonly [column: string, field: string | null])[];
  readonly isSettled: boolean;
}

const first: ImportDraft = {
  sent: undefined,
  confirm: false,
  framework: undefined,
  read: undefined,
  choices: [],
  isSettled: false,
};

const chosenOf = ({ read, choices, isSettled }: ImportDraft): Columns | undefined =>
  read && {
    read,
    choices: new Map(choices.map(([column, field]) => [column, field ?? undefined])),
    isSettled,
  };

const written = (choices: Choices) => [...choices].map(([column, field]) => [column, field ?? null] as const);

/** Where the import stands, and its ways on. */
export function useImport() {
  const { draft, change, forget, begun } = useDraft('import of controls', () => first);
  const [result, setResult] = useState<{ readonly told: Told | undefined }>();
  const columns = chosenOf(draft);
  const input = draft.sent && inputOf(draft.sent, draft, columns);
  const run = useForetold('controls import', result ? undefined : input);
  // What the file was read as is kept from its first answer: the choices are told from that.
  const read = run.told?.columns ?? run.refused?.problem.columns;
  const isFirst = draft.sent !== undefined && draft.read === undefined && read !== undefined;
  useLayoutEffect(() => {
    if (isFirst && read && read.length > 0)
      change({ read, choices: written(choicesRead(read)), isSettled: isPlain(read) });
  });
  const begin = (sent: Sent | undefined) => {
    forget();
    change({ ...first, sent });
    setResult(undefined);
  };
  // The same file goes on where it stood, once the server has it again.
  const take = (sent: Sent) => (sent.file === draft.sent?.file ? run.again() : begin(sent));
  const sending = useSending(take);
  const choose = (choices: Choices) => change({ choices: written(choices) });
  return {
    state: stateOf({ draft, columns, result, sending, run, input }),
    begun,
    choose: sending.choose,
    set: (changed: Partial<ImportOptions>) => change(changed),
    chooseColumns: choose,
    settle: (isSettled: boolean) => change({ isSettled }),
    leaveOut: (column: FileColumn) =>
      change({
        choices: written(new Map(columns?.choices).set(keyOf(column), undefined)),
        isSettled: true,
      }),
    start: () => begin(undefined),
    finish: (told: Told | undefined) => {
      setResult({ told });
      forget();
    },
  };
}

/** Sends a file that was chosen; what the server does not take is said. */
function useSending(take: (sent: Sent) => void) {
  const say = useWords('library');
  const { organisation } = usePlace();
  const [isSending, setSending] = useState(false);
  const [failed, setFailed] = useState<string>();
  const choose = async (chosen: File) => {
    setSending(true);
    setFailed(undefined);
    try {
      take({ file: (await sendFile(organisation, chosen, 'controls import')).file, name: chosen.name });
    } catch (refused) {
      setFailed(reasonOf(refused, say));
    } finally {
      setSending(false);
    }
  };
  return { isSending, failed, choose: (chosen: File) => void choose(chosen) };
}

/** What is sent; while columns are being chosen nothing is tried anew. */
function inputOf({ file }: Sent, { confirm, framework }: ImportOptions, columns: Columns | undefined) {
  const mapping = columns?.isSettled ? mappingOf(columns.read, columns.choices) : {};
  return { file, confirm, ...mapping, ...(framework === undefined ? {} : { framework }) };
}

interface Known {
  readonly draft: ImportDraft;
  readonly columns: Columns | undefined;
  readonly result: { readonly told: Told | undefined } | undefined;
  readonly sending: Omit<ReturnType<typeof useSending>, 'choose'>;
  readonly run: Trial;
  readonly input: Readonly<Record<string, unknown>> | undefined;
}

function stateOf({ draft, columns, result, sending, run, input }: Known) {
  if (result) return { step: 'done' as const, told: result.told };
  const { sent, confirm, framework } = draft;
  const isLost = isRefusal(run.refused, 'file.unknown');
  if (!sent || !input || isLost) {
    const { isSending, failed } = sending;
    return { step: 'choose' as const, isSending, failed, lost: isLost ? sent?.name : undefined };
  }
  const { name } = sent;
  if (columns && !columns.isSettled)
    return { step: 'columns' as const, name, columns, ...toldAtColumns(run) };
  const taken = columns?.read.filter((column) => columns.choices.get(keyOf(column)) !== undefined) ?? [];
  return {
    step: 'check' as const,
    sent: { name, run },
    options: { confirm, framework },
    input,
    hasColumns: columns !== undefined,
    columns: taken,
  };
}

/** What a file is taken for instead of a list of controls, by its headings, which may mislead; and what was noticed of it. */
function toldAtColumns({ refused }: Trial) {
  const { code = '', detail, notices = [] } = refused?.problem ?? {};
  return { belongs: code.startsWith('document.of-') ? detail : undefined, noticed: notices };
}
