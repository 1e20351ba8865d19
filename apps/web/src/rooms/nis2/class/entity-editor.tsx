import {
  BegunNote,
  useAttempt,
  useDeed,
  useDraft,
  useLateAnswer,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Banner, Button, Columns, Form, FormActions, Stack } from '../../../ui/index.ts';
import type { EntityKept } from '../directive/view.ts';
import { AboutFields } from './about-fields.tsx';
import css from './class.module.css';
import { ClassSaid } from './class-said.tsx';
import {
  addInput,
  blank,
  changeInput,
  type Draft,
  draftOf,
  isGroupUnknown,
  triedInput,
  unknownCountries,
} from './draft.ts';
import { FigureFields } from './figure-fields.tsx';

interface EntityEditorProps {
  /** Figures that belong to nobody yet without it. */
  readonly entity: EntityKept | undefined;
  readonly onDone: () => void;
}

/** Figures of a legal entity with the class they would lead to beside them: tried as they are typed, recorded when asked. */
export function EntityEditor({ entity, onDone }: EntityEditorProps) {
  const say = useWords('nis2');
  const called = entity ? `entity ${entity.id} at ${entity.revision}` : 'new entity';
  const kept = useDraft<Draft>(called, () => (entity ? draftOf(entity) : blank));
  const { draft, change: set, begun } = kept;
  const { record, errors, isPending } = useRecord(entity, () => {
    kept.forget();
    onDone();
  });
  const readOnly = useReadOnly('governance.write');
  const unchanged =
    entity && Object.keys(changeInput(draft, entity)).length === 0 ? say('nothing-changed') : undefined;
  const unknown = unknownCountries(`${draft.establishedIn},${draft.servesIn}`);
  const nowhere = unknown.length > 0 ? say('countries-first', { said: unknown.join(', ') }) : undefined;
  const nameless = draft.name.trim() === '' ? say('name-first') : undefined;
  return (
    <div className={css.editor}>
      <Columns of="6-6">
        <Form errors={errors} onSubmit={() => void record(draft)} label={say('figures')}>
          <BegunNote begun={begun} />
          <AboutFields draft={draft} set={set} />
          <FigureFields draft={draft} set={set} />
          <FormActions>
            <Button
              type="submit"
              kind="primary"
              pending={isPending}
              reason={readOnly ?? nameless ?? nowhere ?? unchanged}
            >
              {say(entity ? 'record' : 'record-new')}
            </Button>
            <Button onPress={onDone}>{say('close')}</Button>
          </FormActions>
        </Form>
        <Tried draft={draft} hasEarlier={entity?.earlier !== undefined} />
      </Columns>
    </div>
  );
}

function Tried({ draft, hasEarlier }: { readonly draft: Draft; readonly hasEarlier: boolean }) {
  const say = useWords('nis2');
  const { data, error } = useLateAnswer('nis2-class try', triedInput(draft));
  return (
    <Stack>
      <Banner tone="part" mark="what-if" label={say('tried')} live>
        {say('tried')} {hasEarlier && say('tried-one-period')} {isGroupUnknown(draft) && say('tried-alone')}
      </Banner>
      {error ? <p role="alert">{error.message}</p> : data && <ClassSaid found={data} />}
    </Stack>
  );
}

function useRecord(entity: EntityKept | undefined, onDone: () => void) {
  const say = useWords('nis2');
  const add = useDeed('entities add');
  const change = useDeed('entities change');
  const { attempt, errors, isPending } = useAttempt();
  const record = async (draft: Draft) => {
    const says = say(entity ? 'entity-changed' : 'entity-added', { name: draft.name.trim() });
    const done = await attempt(() =>
      entity
        ? change({
            input: { entity: entity.id, ...changeInput(draft, entity) },
            ifMatch: entity.revision,
            says,
          })
        : add({ input: addInput(draft), says }),
    );
    if (done) onDone();
  };
  return { record, errors, isPending };
}
