import { useState } from 'react';
import {
  askAllRows,
  download,
  isRefusal,
  tell,
  useFormat,
  usePlace,
  useWhen,
  useWords,
} from '../../../app/index.ts';
import { shownOf, useStateWords } from '../../../states/index.ts';
import { Menu } from '../../../ui/index.ts';
import type { LibraryRow } from '../control/row.ts';
import type { WantedControls } from '../find/filters.ts';
import type { LabelOf } from '../find/use-labels.ts';
import type { Names } from '../find/use-names.ts';
import { csvOf } from './csv.ts';

interface ExportMenuProps {
  readonly wanted: WantedControls;
  /** Rows that the filters leave. */
  readonly count: number;
  readonly names: Names;
  readonly labelOf: LabelOf;
}

/** What is seen as CSV, or everything in the form that the import takes in again. */
export function ExportMenu(props: ExportMenuProps) {
  const { wanted, count } = props;
  const say = useWords('library');
  const { organisation } = usePlace();
  const when = useWhen();
  const toCells = useCells(props);
  const [isBusy, setBusy] = useState(false);
  const run = (work: () => Promise<void>) => () => {
    setBusy(true);
    work()
      .catch((error: unknown) => {
        const reason = isRefusal(error) ? error.problem.detail : say('export.gone');
        tell({ says: say('export.failed'), notices: [reason], tone: 'failed' });
      })
      .finally(() => setBusy(false));
  };
  const seen = async () => {
    const rows = await askAllRows(organisation, 'controls list', { ...wanted, ...when });
    save(csvOf(toCells(rows)), `${say('export.file')}.csv`);
  };
  const whole = (format: 'xlsx' | 'csv' | 'json') => () =>
    download(organisation, 'controls export', { ...when, format });
  return (
    <Menu
      label={isBusy ? say('export.busy') : say('export', { count })}
      items={[
        {
          id: 'seen',
          label: say('export.seen', { count }),
          description: say('export.seen-says'),
          onAction: run(seen),
        },
        'line',
        {
          id: 'xlsx',
          label: say('export.xlsx'),
          description: say('export.all-says'),
          onAction: run(whole('xlsx')),
        },
        {
          id: 'csv',
          label: say('export.csv'),
          description: say('export.controls-says'),
          onAction: run(whole('csv')),
        },
        {
          id: 'json',
          label: say('export.json'),
          description: say('export.all-says'),
          onAction: run(whole('json')),
        },
      ]}
    />
  );
}

/** A heading and a line for each control, as the table shows it and some more. */
function useCells({ names, labelOf }: ExportMenuProps) {
  const say = useWords('library');
  const stateWord = useStateWords();
  const { day } = useFormat();
  const heads = ['code', 'name', 'family', 'owner', 'frequency', 'design', 'state', 'evidence', 'until'];
  const lineOf = (row: LibraryRow) => [
    row.code,
    row.name,
    row.family ?? '',
    row.owner === undefined ? '' : names.person(row.owner),
    row.frequency === undefined ? '' : labelOf('frequency', row.frequency),
    labelOf('design', row.design),
    row.retired ? say('retired') : labelOf('implementation', row.implementation),
    row.conditionHolds ? stateWord(`freshness-${shownOf(row)}`) : '',
    row.freshUntil === undefined ? '' : day(row.freshUntil),
    ...names.frameworks.map(({ id }) => String(row.frameworks[id]?.confirmed ?? 0)),
    ...names.frameworks.map(({ id }) => String(row.frameworks[id]?.claimed ?? 0)),
  ];
  const headings = [
    ...heads.map((head) => say(`column.${head}`)),
    ...names.frameworks.map(({ label }) => say('column.confirmed-on', { framework: label })),
    ...names.frameworks.map(({ label }) => say('column.claimed-on', { framework: label })),
  ];
  return (rows: readonly LibraryRow[]) => [headings, ...rows.map(lineOf)];
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read only after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
