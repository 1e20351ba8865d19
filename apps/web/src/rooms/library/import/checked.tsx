import { AddStrangers, useAnswer, useWords } from '../../../app/index.ts';
import { Note, Progress, SelectField, Stack, SwitchField } from '../../../ui/index.ts';
import { Faults } from '../bulk/dry-run.tsx';
import { AlikeFaults } from './alike-faults.tsx';
import type { FileColumn } from './columns.ts';
import type { ImportOptions, SentTable } from './use-import.ts';
import { WaysOn } from './ways-on.tsx';

interface CheckedProps {
  readonly sent: SentTable;
  readonly options: ImportOptions;
  readonly set: (changed: Partial<ImportOptions>) => void;
  /** What the columns were read as; none of OSCAL. */
  readonly columns: readonly FileColumn[];
  readonly leaveOut: (column: FileColumn) => void;
}

type RefusalProps = Pick<CheckedProps, 'sent' | 'columns' | 'leaveOut'>;

/** What the file would do, or every fault at its cell. */
export function Checked({ sent, options, set, columns, leaveOut }: CheckedProps) {
  const say = useWords('library');
  const { name, run } = sent;
  return (
    <Stack gap="s">
      {run.isPending && <Progress label={say('import.reading', { name })} value={undefined} />}
      {run.isUnanswered && <Note tone="gap" title={say('unreachable')} live />}
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
      {run.refused && (
        <Note tone="gap" mark="error" title={say('import.nothing-taken')} live>
          <p>{run.refused.problem.detail}</p>
          {run.refused.problem.notices?.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </Note>
      )}
      <AddStrangers
        strangers={run.told?.strangers ?? run.refused?.problem.strangers ?? []}
        onAdded={run.again}
      />
      {run.refused && <Refusal {...{ sent, columns, leaveOut }} />}
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

/** What can be done about it, and every fault at its cell. */
function Refusal({ sent: { run }, columns, leaveOut }: RefusalProps) {
  const { errors = [], alike } = run.refused?.problem ?? {};
  const areAlike = alike?.some(({ count }) => count > 1) === true;
  return (
    <>
      {alike && <WaysOn kinds={alike} {...{ columns, leaveOut }} />}
      {areAlike ? <AlikeFaults kinds={alike ?? []} /> : errors.length > 0 && <Faults faults={errors} />}
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
