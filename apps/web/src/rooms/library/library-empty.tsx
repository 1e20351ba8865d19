import { useAddress, useReadOnly, useWords } from '../../app/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';

/** The first day: says what fills the library, and how. */
export function LibraryEmpty() {
  const say = useWords('library');
  const [, change] = useAddress();
  const reason = useReadOnly('controls.write');
  return (
    <EmptyState
      title={say('empty.title')}
      actions={
        <>
          <Button kind="primary" reason={reason} onPress={() => change({ do: 'starter' })}>
            {say('starter')}
          </Button>
          <Button reason={reason} reasonAs="tooltip" onPress={() => change({ do: 'import' })}>
            {say('import')}
          </Button>
          <Button reason={reason} reasonAs="tooltip" onPress={() => change({ do: 'new' })}>
            {say('new')}
          </Button>
        </>
      }
    >
      <p>{say('empty.says')}</p>
    </EmptyState>
  );
}
