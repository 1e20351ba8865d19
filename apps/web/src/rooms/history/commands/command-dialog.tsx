import type { Foretold } from '@concord/operations/client';
import { isAboutMore } from '@concord/operations/client';
import { useEffect, useState } from 'react';
import {
  AboutLinks,
  foretell,
  isRefusal,
  useAttempt,
  useDeed,
  useFormat,
  useGo,
  usePlace,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, Dialog, Facts, FormActions, Note, Skeleton, Stack } from '../../../ui/index.ts';
import css from '../history.module.css';
import type { DatedCommand } from '../ledger/batches.ts';
import { useOperations } from '../ledger/use-operations.ts';

const mostNamed = 4;

interface CommandDialogProps {
  readonly command: DatedCommand;
  readonly onClose: () => void;
}

/** One command: who gave it, what it wrote, the pages before and after it, and whether it can be taken back. */
export function CommandDialog({ command, onClose }: CommandDialogProps) {
  const say = useWords('history');
  const did = useOperations();
  const format = useFormat();
  const go = useGo();
  const { first, last, at, actor, via, operation, day } = command;
  const show = (position: number) => go('home', { on: day, knownAt: String(position) });
  const range = { first: format.number(first), last: format.number(last) };
  return (
    <Dialog isOpen onClose={onClose} title={did(operation)}>
      <Stack>
        <Facts
          facts={[
            { term: say('column.who'), children: actor.name || actor.id },
            { term: say('column.when'), children: format.instant(at) },
            {
              term: say('column.entries'),
              children:
                first === last ? range.first : say('command.entries', { ...range, count: last - first + 1 }),
            },
            ...(command.about.length > 0
              ? [
                  {
                    term: say('command.about'),
                    children: (
                      <AboutLinks about={command.about} most={mostNamed} isMore={isAboutMore(command)} />
                    ),
                  },
                ]
              : []),
            { term: say('command.name'), children: operation },
            { term: say('command.via'), children: via },
          ]}
        />
        <FormActions>
          <Button reason={first === 1 ? say('command.first') : undefined} onPress={() => show(first - 1)}>
            {say('command.before')}
          </Button>
          <Button onPress={() => show(last)}>{say('command.after')}</Button>
        </FormActions>
        <TakeBack command={command} onClose={onClose} />
      </Stack>
    </Dialog>
  );
}

type Asked = { readonly told: Foretold } | { readonly refused: string };

/** Asks first whether it can be taken back, and says what that would write. */
function TakeBack({ command, onClose }: CommandDialogProps) {
  const say = useWords('history');
  const did = useOperations();
  const readOnly = useReadOnly();
  const deed = useDeed('undo');
  const asked = useForetoldUndo(command.last);
  const { attempt, errors, isPending } = useAttempt();
  if (readOnly !== undefined) return <p className={css.meta}>{readOnly}</p>;
  if (asked === undefined) return <Skeleton lines={2} />;
  if ('refused' in asked)
    return (
      <Note tone="unk" title={say('undo.not')}>
        {asked.refused}
      </Note>
    );
  const takeBack = async () => {
    const says = say('undo.done', { what: did(command.operation) });
    if (await attempt(() => deed({ input: { entry: command.last }, says, isFinal: true }))) onClose();
  };
  return (
    <Note
      tone="info"
      title={say('undo.can')}
      actions={
        <Button mark="undo" pending={isPending} onPress={() => void takeBack()}>
          {say('undo.deed')}
        </Button>
      }
    >
      {say('undo.says', { count: asked.told.facts })} {errors.map(({ message }) => message).join(' ')}
    </Note>
  );
}

function useForetoldUndo(entry: number): Asked | undefined {
  const say = useWords('history');
  const { organisation } = usePlace();
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    let isOver = false;
    foretell(organisation, 'undo', { entry }).then(
      (told) => isOver || setAsked({ told }),
      (error: unknown) =>
        isOver || setAsked({ refused: isRefusal(error) ? error.problem.detail : say('unreachable') }),
    );
    return () => {
      isOver = true;
    };
  }, [organisation, entry, say]);
  return asked;
}
