import { To, useAddress, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, EmptyState, LinkButton } from '../../../ui/index.ts';

/** Nothing is planned: says what this list is for, and where actions come from. */
export function NoActions() {
  const say = useWords('actions');
  const [, change] = useAddress();
  const reason = useReadOnly('actions.write');
  return (
    <EmptyState
      title={say('empty')}
      actions={
        <>
          <Button kind="primary" mark="plus" reason={reason} onPress={() => change({ do: 'new' })}>
            {say('add')}
          </Button>
          <LinkButton render={(dress) => <To room="what-if" {...dress} />}>{say('empty.what-if')}</LinkButton>
        </>
      }
    >
      {say('empty.says')}
    </EmptyState>
  );
}
