import { useState } from 'react';
import { useAnswer, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, EmptyState, Row, Section, Stack } from '../../../ui/index.ts';
import { ClassSaid } from './class-said.tsx';
import { EndDialog } from './end-dialog.tsx';
import { EntityEditor } from './entity-editor.tsx';

/** The likely class of each legal entity, and its figures, edited in place. */
export function Classes() {
  const say = useWords('nis2');
  const found = useAnswer('view nis2-class');
  const kept = useAnswer('entities list', { state: 'in-force', limit: 1000 });
  const [isAdding, setAdding] = useState(false);
  return (
    <Stack gap="l">
      {found.rows.length === 0 && !isAdding && (
        <EmptyState title={say('no-entity')}>{found.sentences.join(' ')}</EmptyState>
      )}
      {found.rows.map((row) => {
        const entity = kept.rows.find(({ id }) => id === row.id);
        return (
          <Section key={row.id} title={row.name} meta={row.period && say('figures-of', { year: row.period })}>
            <Stack>
              <ClassSaid found={row} />
              {entity && <Edit entity={entity} />}
            </Stack>
          </Section>
        );
      })}
      <Row>
        <Button aria-expanded={isAdding} onPress={() => setAdding(true)}>
          {say('try-open')}
        </Button>
      </Row>
      {isAdding && (
        <Section title={say('try-title')} meta={say('try-meta')}>
          <EntityEditor entity={undefined} onDone={() => setAdding(false)} />
        </Section>
      )}
    </Stack>
  );
}

type Kept = Parameters<typeof EntityEditor>[0]['entity'];

function Edit({ entity }: { readonly entity: NonNullable<Kept> }) {
  const say = useWords('nis2');
  const reason = useReadOnly('governance.write');
  const [open, setOpen] = useState<'edit' | 'end'>();
  const close = () => setOpen(undefined);
  if (open === 'edit') return <EntityEditor key={entity.id} entity={entity} onDone={close} />;
  return (
    <Row>
      <Button onPress={() => setOpen('edit')}>{say('edit-open')}</Button>
      <Button kind="quiet" reason={reason} reasonAs="tooltip" onPress={() => setOpen('end')}>
        {say('end')}
      </Button>
      {open === 'end' && <EndDialog entity={entity} onClose={close} />}
    </Row>
  );
}
