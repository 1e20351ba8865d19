import { useWords } from '../../../app/index.ts';
import { Note, SelectField, SimpleTable, Stack } from '../../../ui/index.ts';
import { type Choices, choicesRead, type FileColumn, fieldsOf, keyOf, troubles } from './columns.ts';

interface ColumnsStepProps {
  readonly name: string;
  readonly columns: readonly FileColumn[];
  readonly choices: Choices;
  readonly choose: (choices: Choices) => void;
  /** What the file is taken for instead, and where that goes. */
  readonly belongs: string | undefined;
  /** What was noticed while the file was read. */
  readonly noticed: readonly string[];
}

/** Every column of the file with its first values, what it is read as, and the choice to say it otherwise. */
export function ColumnsStep({ name, columns, choices, choose, belongs, noticed }: ColumnsStepProps) {
  const say = useWords('library');
  const tables = [...new Set(columns.map(({ table }) => table))];
  const left = columns.filter((column) => choices.get(keyOf(column)) === undefined);
  return (
    <Stack gap="s">
      <p>{say('columns.lead', { name })}</p>
      {belongs !== undefined && (
        <Note tone="part" title={belongs} live>
          {say('columns.belongs')}
        </Note>
      )}
      {noticed.map((notice) => (
        <Note key={notice} tone="unk" live>
          {notice}
        </Note>
      ))}
      <Troubles {...{ columns, choices }} several={tables.length > 1} />
      {left.length > 0 && (
        <Note tone="unk" title={say('columns.left', { count: left.length })}>
          {left.map((column) => nameOf(column, say)).join(', ')}
        </Note>
      )}
      <SimpleTable
        caption={say('columns.caption')}
        stacks
        columns={[
          ...(tables.length > 1
            ? [{ id: 'table', header: say('columns.table'), cell: ({ table }: FileColumn) => table }]
            : []),
          {
            id: 'heading',
            header: say('columns.heading'),
            isRowHeader: true,
            cell: (column) => nameOf(column, say),
          },
          { id: 'samples', header: say('columns.samples'), cell: ({ samples }) => samples.join(' · ') },
          {
            id: 'field',
            header: say('columns.field'),
            width: 260,
            cell: (column) => <FieldChoice {...{ column, choices, choose }} />,
          },
        ]}
        rows={columns}
        keyOf={keyOf}
      />
    </Stack>
  );
}

type Say = ReturnType<typeof useWords>;

function nameOf({ heading, letters }: FileColumn, say: Say): string {
  return heading === '' ? say('columns.unnamed', { letters }) : heading;
}

/** What has to be said before the file can be read. */
function Troubles({
  columns,
  choices,
  several,
}: Pick<ColumnsStepProps, 'columns' | 'choices'> & { readonly several: boolean }) {
  const say = useWords('library');
  const found = troubles(columns, choices);
  if (found.length === 0) return null;
  return (
    <Note tone="gap" mark="error" title={say('columns.needs')} live>
      {found.map(({ kind, field, table }) => {
        const said = say(`columns.${kind}`, { field: say(`column-field.${field}`) });
        return <p key={`${table} ${field}`}>{several ? say('columns.in-table', { table, said }) : said}</p>;
      })}
    </Note>
  );
}

interface FieldChoiceProps extends Pick<ColumnsStepProps, 'choices' | 'choose'> {
  readonly column: FileColumn;
}

function FieldChoice({ column, choices, choose }: FieldChoiceProps) {
  const say = useWords('library');
  const key = keyOf(column);
  const { form, field = '', near } = column;
  // Requirement ids of a framework: the heading names which, and no list of fields can.
  const claims = field.startsWith('claims: ') ? [{ id: field, label: say('columns.claims', { field }) }] : [];
  return (
    <SelectField
      label={say('columns.field-of', { column: nameOf(column, say) })}
      hideLabel
      none={say('columns.leave-out')}
      options={[...claims, ...fieldsOf[form].map((id) => ({ id, label: say(`column-field.${id}`) }))]}
      value={choices.get(key)}
      onChange={(chosen) => choose(new Map(choices).set(key, chosen))}
      description={
        near !== undefined && choices.get(key) === undefined
          ? say('columns.near', { field: say(`column-field.${near}`) })
          : undefined
      }
    />
  );
}

/** Whether the file can be read with these choices. */
export function isReady(columns: readonly FileColumn[], choices: Choices = choicesRead(columns)): boolean {
  return troubles(columns, choices).length === 0;
}
