import { isAboutMore } from '@concord/operations/client';
import { useMemo } from 'react';
import {
  AboutLinks,
  type Format,
  type Say,
  useAddress,
  useExpected,
  useFormat,
  useWords,
} from '../../../app/index.ts';
import {
  Button,
  ComboField,
  type DataColumn,
  DataTable,
  DateField,
  EmptyState,
  SelectField,
  Skeleton,
} from '../../../ui/index.ts';
import css from '../history.module.css';
import type { DatedCommand } from '../ledger/batches.ts';
import { useCommands } from '../ledger/use-commands.ts';
import { useOperations } from '../ledger/use-operations.ts';
import { CommandDialog } from './command-dialog.tsx';
import { isWanted, wantedIn } from './wanted.ts';

const keyOf = ({ first }: DatedCommand) => String(first);
const visibleRows = 16;
const mostNamed = 2;
const noFilters = { who: undefined, op: undefined, from: undefined, to: undefined };

/** Every command, the latest first: who, when, what. */
export function CommandsTab() {
  const commands = useCommands();
  const [{ who, op, from, to }] = useAddress();
  const found = useMemo(() => {
    const wanted = wantedIn({ who, op, from, to });
    return commands?.filter((command) => isWanted(command, wanted));
  }, [commands, who, op, from, to]);
  if (!commands || !found) return <Skeleton lines={12} asRows />;
  return <CommandList commands={commands} found={found} />;
}

interface CommandListProps {
  readonly commands: readonly DatedCommand[];
  readonly found: readonly DatedCommand[];
}

function CommandList({ commands, found }: CommandListProps) {
  const say = useWords('history');
  const [{ entry }, change] = useAddress();
  const columns = useColumns();
  const open = commands.find((command) => keyOf(command) === entry);
  return (
    <div className={css.inside}>
      <Filters commands={commands} />
      <DataTable
        label={say('commands.label')}
        columns={columns}
        count={found.length}
        total={commands.length}
        rowAt={(at) => found[at]}
        keyOf={keyOf}
        onOpen={({ first }) => change({ entry: String(first) })}
        openKey={entry}
        visibleRows={visibleRows}
        empty={
          found.length === 0 && (
            <EmptyState
              title={say('commands.no-match')}
              actions={<Button onPress={() => change(noFilters)}>{say('commands.show-all')}</Button>}
            />
          )
        }
      />
      {open && <CommandDialog command={open} onClose={() => change({ entry: undefined })} />}
    </div>
  );
}

function Filters({ commands }: Pick<CommandListProps, 'commands'>) {
  const say = useWords('history');
  const { compare } = useFormat();
  const did = useOperations();
  const [search, change] = useAddress();
  const { who, op, from, to } = wantedIn(search);
  const [people, operations] = useMemo(() => {
    const actors = new Map(commands.map(({ actor }) => [actor.id, actor.name || actor.id]));
    const names = new Set(commands.map(({ operation }) => operation));
    const sorted = (pairs: readonly (readonly [string, string])[]) =>
      pairs.map(([id, label]) => ({ id, label })).sort((one, other) => compare(one.label, other.label));
    return [sorted([...actors]), sorted([...names].map((name) => [name, did(name)] as const))];
  }, [commands, compare, did]);
  useExpected({
    who: { ids: people.map(({ id }) => id) },
    op: { ids: operations.map(({ id }) => id) },
  });
  return (
    <search className={css.filters} aria-label={say('commands.filters')}>
      <SelectField
        label={say('column.who')}
        none={say('commands.everybody')}
        options={people}
        value={who}
        onChange={(id) => change({ who: id })}
      />
      <ComboField
        key={op ?? ''}
        label={say('column.what')}
        placeholder={say('commands.anything')}
        options={operations}
        value={op}
        onChange={(id) => change({ op: id })}
      />
      <DateField label={say('commands.from')} value={from} onChange={(day) => change({ from: day })} />
      <DateField label={say('commands.to')} value={to} onChange={(day) => change({ to: day })} />
      {(who ?? op ?? from ?? to) !== undefined && (
        <Button kind="quiet" onPress={() => change(noFilters)}>
          {say('commands.show-all')}
        </Button>
      )}
    </search>
  );
}

function useColumns(): readonly DataColumn<DatedCommand>[] {
  const say = useWords('history');
  const format = useFormat();
  const did = useOperations();
  return useMemo(() => columnsOf(say, format, did), [say, format, did]);
}

function columnsOf(
  say: Say,
  { instant, number }: Format,
  did: (operation: string) => string,
): readonly DataColumn<DatedCommand>[] {
  return [
    { id: 'when', header: say('column.when'), width: 172, cell: ({ at }) => instant(at) },
    {
      id: 'what',
      header: say('column.what'),
      width: 'fill',
      isRowHeader: true,
      narrow: 'title',
      cell: ({ operation, about, ...entries }) => (
        <>
          {did(operation)}{' '}
          <span className={css.meta}>
            <AboutLinks about={about} most={mostNamed} isMore={isAboutMore(entries)} />
          </span>
        </>
      ),
    },
    { id: 'who', header: say('column.who'), width: 200, cell: ({ actor }) => actor.name || actor.id },
    {
      id: 'entries',
      header: say('column.entries'),
      width: 120,
      align: 'end',
      cell: ({ first, last }) => (first === last ? number(first) : `${number(first)}–${number(last)}`),
    },
  ];
}
