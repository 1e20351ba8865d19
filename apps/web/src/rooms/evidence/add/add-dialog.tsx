import { Suspense } from 'react';
import { mostBytes, useAddress, useFormat, useReadOnly, useWords } from '../../../app/index.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  Note,
  Row,
  Skeleton,
  Stack,
  type Taken,
} from '../../../ui/index.ts';
import type { Names } from '../names/use-names.ts';
import { usePiece } from '../panel/use-piece.ts';
import { BegunPieces } from './begun.tsx';
import { Done } from './done.tsx';
import { DraftFields } from './draft-fields.tsx';
import { TakeIn } from './take-in.tsx';
import { type Begun, useAdd } from './use-add.ts';
import type { Kept } from './use-keeping.ts';
import { useResumed } from './use-resumed.ts';

interface AddDialogProps {
  readonly names: Names;
  readonly onClose: () => void;
}

/**
 * Takes evidence in. The address may say what it is a newer version of (`versionOf`), for which control (`for`), and
 * which draft is gone on with (`draft`).
 */
export function AddDialog({ names, onClose }: AddDialogProps) {
  const say = useWords('evidence');
  const [{ versionOf, for: control, draft }] = useAddress();
  const { data: earlier } = usePiece(versionOf);
  const reason = useReadOnly('evidence.record');
  const resumed = useResumed(draft);
  const isReady = (versionOf === undefined || earlier !== undefined) && resumed !== undefined;
  return (
    <Dialog isOpen onClose={onClose} title={say(versionOf === undefined ? 'add' : 'add.newer')}>
      {reason !== undefined && <Note tone="stale">{reason}</Note>}
      {reason === undefined && !isReady && <Skeleton lines={4} />}
      {reason === undefined && isReady && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <Adding
            {...{ names, onClose, control }}
            earlier={earlier ?? undefined}
            resumed={resumed ?? undefined}
          />
        </Suspense>
      )}
    </Dialog>
  );
}

function Adding({ names, onClose, ...begun }: AddDialogProps & Begun) {
  const say = useWords('evidence');
  const adding = useAdd(begun);
  const { taken, take, draft, set, errors, isPending, submit, added, again } = adding;
  if (added) return <Done {...{ added, again, onClose }} />;
  if (!taken) return <Taking onTake={take} resumed={begun.resumed} />;
  const discard = () => {
    adding.discard();
    onClose();
  };
  return (
    <Form onSubmit={submit} errors={errors} label={say('add')}>
      <Stack>
        <TakenShown taken={taken} onChange={() => take(undefined)} />
        <KeptHow kept={adding.kept} />
        {begun.earlier && <Note tone="info">{say('add.replaces', { title: begun.earlier.title })}</Note>}
        <DraftFields {...{ draft, set, names }} />
        <FormActions>
          <Button type="submit" kind="primary" pending={isPending}>
            {say('add.deed')}
          </Button>
          <Button onPress={onClose}>{say('draft.later')}</Button>
          <Button kind="quiet" onPress={discard}>
            {say('draft.discard')}
          </Button>
        </FormActions>
        <small>{say('add.stays')}</small>
      </Stack>
    </Form>
  );
}

type TakingProps = Pick<Begun, 'resumed'> & { readonly onTake: (taken: Taken) => void };

/** Takes in what is to be evidence, or goes on with what was begun before. */
function Taking({ onTake, resumed }: TakingProps) {
  const say = useWords('evidence');
  const lost = resumed?.lost;
  return (
    <Stack>
      {lost !== undefined && <Note tone="part">{say('draft.file-gone', { name: lost })}</Note>}
      <TakeIn onTake={onTake} />
      {resumed === undefined && <BegunPieces />}
    </Stack>
  );
}

/** Says what would be lost, should the page be loaded anew. */
function KeptHow({ kept }: { readonly kept: Kept }) {
  const say = useWords('evidence');
  const { bytes } = useFormat();
  if (kept === 'whole') return null;
  return (
    <Note tone="part" live>
      {kept === 'texts' ? say('draft.file-large', { most: bytes(mostBytes) }) : say('draft.not-kept')}
    </Note>
  );
}

function TakenShown({ taken, onChange }: { readonly taken: Taken; readonly onChange: () => void }) {
  const say = useWords('evidence');
  const { bytes } = useFormat();
  const what = 'file' in taken ? `${taken.file.name}, ${bytes(taken.file.size)}` : taken.link;
  return (
    <Row ends>
      <b>{what}</b>
      <Button size="s" kind="quiet" onPress={onChange}>
        {say('take.another')}
      </Button>
    </Row>
  );
}
