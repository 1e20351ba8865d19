import { useEffect, useEffectEvent, useState } from 'react';
import {
  type AttemptError,
  sendFile,
  useAnswer,
  useAttempt,
  useDeed,
  useLanguage,
  usePlace,
  useWords,
} from '../../../app/index.ts';
import { type Taken, titleFrom } from '../../../ui/index.ts';
import type { Piece } from '../pieces/filters.ts';
import { type Draft, inputOf, keyOf, missingIn } from './draft.ts';
import { standingsNow } from './standings.ts';
import { type Turned, turnedBetween } from './turned.ts';
import { useKeeping } from './use-keeping.ts';
import type { Resumed } from './use-resumed.ts';

export interface Begun {
  /** The piece that the new one takes the place of. */
  readonly earlier: Piece | undefined;
  /** Code of a control that it is for. */
  readonly control: string | undefined;
  /** What was begun before and is gone on with. */
  readonly resumed: Resumed | undefined;
}

/** What came of it: what was recorded, and what turned by it; undefined while that is being worked out. */
export interface Added {
  /** Undefined where the same was recorded before: then nothing was recorded. */
  readonly id: string | undefined;
  readonly turned: readonly Turned[] | 'unknown' | undefined;
}

/** Everything that the dialog holds: the file or address, what is said of it, and what came of it. */
export function useAdd(begun: Begun) {
  const { earlier, control, resumed } = begun;
  const blank = useBlank(begun);
  const [taken, setTaken] = useState(resumed?.taken);
  const [draft, setDraft] = useState(resumed?.draft ?? blank);
  const keeping = useKeeping({ versionOf: earlier?.id, for: control }, resumed?.id);
  const record = useRecord(earlier?.id, keeping);
  const [isBegun, setBegun] = useState(resumed !== undefined);
  const set = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }));
  const keep = useEffectEvent(() => {
    if (isBegun && !record.added) keeping.keep(taken, draft);
  });
  useEffect(() => keep(), [taken, draft, keeping.isFileKept]);
  return {
    ...record,
    taken,
    draft,
    set,
    kept: keeping.kept,
    take: (next: Taken | undefined) => {
      setTaken(next);
      setBegun(true);
      keeping.keepBytes(next);
      if (next && draft.title === '') set({ title: titleFrom(next) });
    },
    submit: () => void (taken && record.submit(taken, draft)),
    discard: keeping.drop,
    again: () => {
      record.again();
      keeping.next();
      setTaken(undefined);
      setBegun(false);
      setDraft({ ...blank, controls: draft.controls, title: '' });
    },
  };
}

/** The draft before anything is typed. */
function useBlank({ earlier, control }: Begun): Draft {
  const { today } = usePlace();
  const codes = earlier?.codes ?? (control === undefined ? [] : [control]);
  return {
    title: earlier?.title ?? '',
    outcome: undefined,
    controls: codes.map((code) => ({ id: code, code, name: '' })),
    collectedOn: today,
    coversFrom: undefined,
    coversTo: undefined,
    validUntil: undefined,
    scope: earlier?.scope,
  };
}

function useRecord(versionOf: string | undefined, { id, drop }: ReturnType<typeof useKeeping>) {
  const say = useWords('evidence');
  const { organisation } = usePlace();
  const deed = useDeed('evidence add');
  const { attempt, errors, isPending } = useAttempt();
  const [wrong, setWrong] = useState<readonly AttemptError[]>([]);
  const [added, setAdded] = useState<Added>();
  const turned = useTurned();
  const send = async (taken: Taken, draft: Draft) => {
    const source = 'file' in taken ? { file: (await sendFile(organisation, taken.file)).file } : taken;
    const input = { ...inputOf(draft), ...source, ...(versionOf === undefined ? {} : { versionOf }) };
    const { told } = await deed({ input, isFinal: true, key: await keyOf(id, input) });
    drop();
    setAdded({ id: told?.id, turned: told ? undefined : [] });
    if (told) void turned().then((found) => setAdded({ id: told.id, turned: found }));
  };
  const submit = async (taken: Taken, draft: Draft) => {
    setWrong(missingIn(draft).map((field) => ({ field, message: say(`missing.${field}`) })));
    if (missingIn(draft).length > 0) return;
    await attempt(() => send(taken, draft));
  };
  return {
    submit,
    isPending,
    errors: wrong.length > 0 ? wrong : errors,
    added,
    again: () => setAdded(undefined),
  };
}

/** Remembers how everything stands when the dialog opens; asked once it is recorded, says what turned since. */
function useTurned(): () => Promise<readonly Turned[] | 'unknown'> {
  const { organisation } = usePlace();
  const language = useLanguage();
  const { frameworks } = useAnswer('organisations show');
  const asked = { organisation, language, frameworks: frameworks.map(({ framework }) => framework) };
  const [before, setBefore] = useState(() => standingsNow(asked).catch(() => undefined));
  return async () => {
    const after = standingsNow(asked).catch(() => undefined);
    const [then, now] = [await before, await after];
    setBefore(after);
    return then && now ? turnedBetween(then, now) : 'unknown';
  };
}
