import { isAboutMore } from '@concord/operations/client';
import {
  AboutLinks,
  useAttempt,
  useDeed,
  useForetold,
  useFormat,
  useGo,
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

/** Asks first whether it can be taken back, and says what that would write. */
function TakeBack({ command, onClose }: CommandDialogProps) {
  const say = useWords('history');
  const did = useOperations();
  const readOnly = useReadOnly();
  const deed = useDeed('undo');
  const { told, refused, isUnanswered } = useForetold('undo', { entry: command.last });
  const { attempt, errors, isPending } = useAttempt();
  if (readOnly !== undefined) return <p className={css.meta}>{readOnly}</p>;
  const fault = isUnanswered ? say('unreachable') : refused?.problem.detail;
  if (fault !== undefined)
    return (
      <Note tone="unk" title={say('undo.not')}>
        {fault}
      </Note>
    );
  if (told === undefined) return <Skeleton lines={2} />;
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
      {say('undo.says', { count: told.facts })} {errors.map(({ message }) => message).join(' ')}
    </Note>
  );
}
