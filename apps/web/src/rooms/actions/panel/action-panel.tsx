import { Suspense, useState } from 'react';
import {
  Boundary,
  useAddress,
  useAnswer,
  useFormat,
  usePlace,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { ActionMark } from '../../../states/index.ts';
import { Button, FieldRow, Note, Row, SidePanel, Skeleton, Stack } from '../../../ui/index.ts';
import { type ActionStatus, movesOf } from '../board/columns.ts';
import { MoveDialog } from '../board/move-dialog.tsx';
import { type ActionRow, stateOf } from '../list/wanted.ts';
import { Closes } from './closes.tsx';
import { EditDue, EditOwner, EditPriority, EditText } from './edits.tsx';

/** One action beside the list: what it closes, whose it is, and what came of it. */
export function ActionPanel() {
  const say = useWords('actions');
  const [{ action }, change] = useAddress();
  return (
    <SidePanel
      isOpen={action !== undefined}
      onClose={() => change({ action: undefined })}
      label={say('panel.label')}
      head={<b>{say('panel.label')}</b>}
    >
      {action !== undefined && (
        <Boundary place={action}>
          <Suspense fallback={<Skeleton lines={9} />}>
            <Sheet key={action} action={action} />
          </Suspense>
        </Boundary>
      )}
    </SidePanel>
  );
}

function Sheet({ action }: { readonly action: string }) {
  const say = useWords('actions');
  const row = useAnswer('actions show', { action });
  const denied = useReadOnly('actions.write');
  const reason = row.status === 'open' ? denied : (denied ?? say('closed-stays'));
  return (
    <Stack>
      <Standing row={row} />
      <EditText row={row} reason={reason} member="title" />
      <EditText row={row} reason={reason} member="what" />
      <EditOwner row={row} reason={reason} />
      <FieldRow>
        <EditDue row={row} reason={reason} />
        <EditPriority row={row} reason={reason} />
      </FieldRow>
      <EditText row={row} reason={reason} member="resources" />
      <Closes row={row} reason={reason} />
      <Moves row={row} />
    </Stack>
  );
}

function Standing({ row }: { readonly row: ActionRow }) {
  const say = useWords('actions');
  const { day } = useFormat();
  const { openedOn, closedOn, result } = row;
  return (
    <>
      <Row>
        <ActionMark code={stateOf(row)} strong>
          {closedOn !== undefined && day(closedOn)}
        </ActionMark>
        <small>{say('panel.opened', { day: day(openedOn) })}</small>
      </Row>
      {result !== '' && (
        <Note tone={row.status === 'done' ? 'ok' : 'info'} title={say(`panel.result-${row.status}`)}>
          {result}
        </Note>
      )}
    </>
  );
}

/** What can be done with it; who does not keep the list may close what is theirs. */
function Moves({ row }: { readonly row: ActionRow }) {
  const say = useWords('actions');
  const { me, permissions } = usePlace();
  const [to, setTo] = useState<ActionStatus>();
  const closing = useReadOnly('actions.close');
  const writing = useReadOnly('actions.write');
  const isTheirs = !permissions.includes('actions.write') && row.owner !== me.person;
  const reason = row.status === 'open' ? (closing ?? (isTheirs ? say('not-yours') : undefined)) : writing;
  return (
    <>
      <Row>
        {movesOf(row.status).map((status, at) => (
          <Button
            key={status}
            kind={at === 0 ? 'primary' : 'plain'}
            onPress={() => setTo(status)}
            reason={reason}
            reasonAs={at === 0 ? 'text' : 'tooltip'}
          >
            {say(`move.${status}`)}
          </Button>
        ))}
      </Row>
      {to !== undefined && <MoveDialog row={row} to={to} onClose={() => setTo(undefined)} />}
    </>
  );
}
