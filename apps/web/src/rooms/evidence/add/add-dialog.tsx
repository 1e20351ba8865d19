import { Suspense } from 'react';
import { useAddress, useFormat, useReadOnly, useWords } from '../../../app/index.ts';
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
import { Done } from './done.tsx';
import { DraftFields } from './draft-fields.tsx';
import { TakeIn } from './take-in.tsx';
import { type Begun, useAdd } from './use-add.ts';

interface AddDialogProps {
  readonly names: Names;
  readonly onClose: () => void;
}

/** Takes evidence in. The address may say what it is a newer version of (`versionOf`), or for which control (`for`). */
export function AddDialog({ names, onClose }: AddDialogProps) {
  const say = useWords('evidence');
  const [{ versionOf, for: control }] = useAddress();
  const { data: earlier } = usePiece(versionOf);
  const reason = useReadOnly('evidence.record');
  const isReady = versionOf === undefined || earlier !== undefined;
  return (
    <Dialog isOpen onClose={onClose} title={say(versionOf === undefined ? 'add' : 'add.newer')}>
      {reason !== undefined && <Note tone="stale">{reason}</Note>}
      {reason === undefined && !isReady && <Skeleton lines={4} />}
      {reason === undefined && isReady && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <Adding {...{ names, onClose, control }} earlier={earlier ?? undefined} />
        </Suspense>
      )}
    </Dialog>
  );
}

function Adding({ names, onClose, ...begun }: AddDialogProps & Begun) {
  const say = useWords('evidence');
  const { taken, take, draft, set, errors, isPending, submit, added, again } = useAdd(begun);
  if (added) return <Done {...{ added, again, onClose }} />;
  if (!taken) return <TakeIn onTake={take} />;
  return (
    <Form onSubmit={submit} errors={errors} label={say('add')}>
      <Stack>
        <TakenShown taken={taken} onChange={() => take(undefined)} />
        {begun.earlier && <Note tone="info">{say('add.replaces', { title: begun.earlier.title })}</Note>}
        <DraftFields {...{ draft, set, names }} />
        <FormActions>
          <Button type="submit" kind="primary" pending={isPending}>
            {say('add.deed')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </FormActions>
        <small>{say('add.stays')}</small>
      </Stack>
    </Form>
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
