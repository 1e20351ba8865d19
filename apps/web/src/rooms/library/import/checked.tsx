import { useAnswer, useWords } from '../../../app/index.ts';
import { Note, Progress, SelectField, Stack, SwitchField } from '../../../ui/index.ts';
import { Faults } from '../bulk/dry-run.tsx';
import type { ImportOptions, SentTable } from './use-import.ts';

interface CheckedProps {
  readonly sent: SentTable;
  readonly options: ImportOptions;
  readonly set: (changed: Partial<ImportOptions>) => void;
}

/** What the file would do, or every fault at its cell. */
export function Checked({ sent, options, set }: CheckedProps) {
  const say = useWords('library');
  const { name, run } = sent;
  return (
    <Stack gap="s">
      {run.isPending && <Progress label={say('import.reading', { name })} value={undefined} />}
      {run.unanswered && <Note tone="gap" title={run.unanswered} live />}
      {run.told && (
        <Note
          tone={run.told.facts === 0 ? 'unk' : 'ok'}
          title={run.told.facts === 0 ? say('import.nothing-new', { name }) : say('import.clean', { name })}
          live
        >
          {run.told.notices?.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </Note>
      )}
      {run.refused && <Refusal run={run} />}
      <SwitchField
        label={say('import.confirm')}
        description={say('import.confirm-says')}
        isSelected={options.confirm}
        onChange={(confirm) => set({ confirm })}
      />
      {/\.json$/i.test(name) && <MeantFramework {...{ options, set }} />}
    </Stack>
  );
}

function Refusal({ run }: Pick<SentTable, 'run'>) {
  const say = useWords('library');
  const { detail = '', errors = [] } = run.refused?.problem ?? {};
  return (
    <>
      <Note tone="gap" mark="error" title={say('import.nothing-taken')} live>
        {detail}
      </Note>
      {errors.length > 0 && <Faults faults={errors} />}
    </>
  );
}

/** An OSCAL component-definition may name a source that nobody here knows. */
function MeantFramework({ options, set }: Pick<CheckedProps, 'options' | 'set'>) {
  const say = useWords('library');
  const { rows } = useAnswer('catalogue list');
  return (
    <SelectField
      label={say('import.framework')}
      description={say('import.framework-says')}
      none={say('import.framework-none')}
      options={rows.filter((row) => 'adopted' in row).map(({ id, title }) => ({ id, label: title }))}
      value={options.framework}
      onChange={(framework) => set({ framework })}
    />
  );
}
