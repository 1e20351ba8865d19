import { useState } from 'react';
import {
  type AttemptError,
  sendFile,
  Unreachable,
  useAnswer,
  useAttempt,
  useDeed,
  useLanguage,
  usePlace,
  useWords,
} from '../../../app/index.ts';
import { type Taken, titleFrom } from '../../../ui/index.ts';
import type { Piece } from '../pieces/filters.ts';
import { type Draft, inputOf, missingIn } from './draft.ts';
import { standingsNow } from './standings.ts';
import { type Turned, turnedBetween } from './turned.ts';

export interface Begun {
  /** The piece that the new one takes the place of. */
  readonly earlier: Piece | undefined;
  /** Code of a control that it is for. */
  readonly control: string | undefined;
}

/** What came of it: what was recorded, and what turned by it; undefined while that is being worked out. */
export interface Added {
  readonly id: string | undefined;
  readonly turned: readonly Turned[] | 'unknown' | undefined;
}

/** Everything that the dialog holds: the file or address, what is said of it, and what came of it. */
export function useAdd({ earlier, control }: Begun) {
  const { today } = usePlace();
  const [taken, setTaken] = useState<Taken>();
  const codes = earlier?.codes ?? (control === undefined ? [] : [control]);
  const blank: Draft = {
    title: earlier?.title ?? '',
    outcome: earlier?.outcome ?? 'works',
    controls: codes.map((code) => ({ id: code, code, name: '' })),
    collectedOn: today,
    coversFrom: undefined,
    coversTo: undefined,
    validUntil: undefined,
    scope: earlier?.scope,
  };
  const [draft, setDraft] = useState(blank);
  const record = useRecord(earlier?.id);
  const set = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }));
  return {
    ...record,
    taken,
    draft,
    set,
    take: (next: Taken | undefined) => {
      setTaken(next);
      if (next && draft.title === '') set({ title: titleFrom(next) });
    },
    submit: () => void (taken && record.submit(taken, draft)),
    again: () => {
      record.again();
      setTaken(undefined);
      setDraft({ ...blank, controls: draft.controls, title: '' });
    },
  };
}

function useRecord(versionOf: string | undefined) {
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
    const { told } = await deed({ input, isFinal: true });
    setAdded({ id: told?.id, turned: told ? undefined : [] });
    if (told) void turned().then((found) => setAdded({ id: told.id, turned: found }));
  };
  const submit = async (taken: Taken, draft: Draft) => {
    setWrong(missingIn(draft).map((field) => ({ field, message: say(`missing.${field}`) })));
    if (missingIn(draft).length > 0) return;
    try {
      await attempt(() => send(taken, draft));
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      setWrong([{ message: say('unreachable') }]);
    }
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
