import { Suspense } from 'react';
import { useAnswer, useWords } from '../../../app/index.ts';
import {
  Button,
  Dialog,
  DisclosureSection,
  DropArea,
  Note,
  Row,
  SelectField,
  Stack,
} from '../../../ui/index.ts';
import css from '../frameworks.module.css';
import { type Import, useImport } from './use-import.ts';

/** Brings in a framework, a selection or a crosswalk by dropping its file: first what it would bring, then the deed. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords('frameworks');
  const importing = useImport();
  const { file, foretold, problem, isPending } = importing;
  const bringIn = async () => {
    if (await importing.bringIn(say('import-done', { name: file?.name ?? '' }))) onClose();
  };
  const foot = (
    <>
      <Button
        kind="primary"
        pending={isPending}
        onPress={() => void bringIn()}
        reason={foretold ? undefined : say(file ? 'import-not-yet' : 'import-no-file')}
      >
        {say('import-do')}
      </Button>
      <Button onPress={onClose}>{say('leave')}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={say('import-title')} size="l" foot={foot}>
      <Stack gap="m">
        <p>{say('import-say')}</p>
        <DropArea
          label={say('import-drop')}
          hint={say('import-hint')}
          onFiles={([chosen]) => chosen && void importing.take(chosen)}
          isPending={isPending}
        />
        {file && <p>{say('import-file', { name: file.name })}</p>}
        {problem && <Faults importing={importing} />}
        {foretold && (
          <Note tone="ok" mark="check" title={say('import-would')} live>
            <ul className={css.faults}>
              {(foretold.notices ?? []).map((notice) => (
                <li key={notice}>{notice}</li>
              ))}
            </ul>
          </Note>
        )}
        {file && (
          <Suspense>
            <NotInTheFile importing={importing} />
          </Suspense>
        )}
      </Stack>
    </Dialog>
  );
}

/** Everything that is wrong, each at its place. Nothing was brought in. */
function Faults({ importing: { problem, wish, wishes } }: { readonly importing: Import }) {
  const say = useWords('frameworks');
  if (!problem) return null;
  const asks = problem.code === 'import.direction-needed';
  return (
    <Note
      tone={asks ? 'part' : 'gap'}
      mark={asks ? 'warning' : 'error'}
      title={say(asks ? 'import-direction' : 'import-refused')}
      live
      actions={
        asks && (
          <Row>
            <Button size="s" onPress={() => void wish({ ...wishes, direction: 'as-written' })}>
              {say('as-written')}
            </Button>
            <Button size="s" onPress={() => void wish({ ...wishes, direction: 'turned' })}>
              {say('turned')}
            </Button>
          </Row>
        )
      }
    >
      <p>{problem.detail}</p>
      {problem.notices?.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      {problem.errors && (
        <ul className={css.faults}>
          {problem.errors.map(({ at, code, detail }) => (
            <li key={`${at} ${code}`}>
              <b>{at}</b> {detail}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}

const members = ['framework', 'from', 'to'] as const;

/** A file may leave out to what it belongs; then somebody says it here. */
function NotInTheFile({ importing: { wishes, wish } }: { readonly importing: Import }) {
  const say = useWords('frameworks');
  const { rows } = useAnswer('catalogue list');
  const options = [...new Map(rows.map(({ id, title }) => [id, title]))].map(([id, label]) => ({
    id,
    label,
  }));
  return (
    <DisclosureSection title={say('import-beside')}>
      <div className={css.filters}>
        {members.map((member) => (
          <SelectField
            key={member}
            label={say(`import-${member}`)}
            value={wishes[member]}
            onChange={(id) => void wish({ ...wishes, [member]: id })}
            none={say('import-as-said')}
            options={options}
          />
        ))}
      </div>
    </DisclosureSection>
  );
}
