import { useAddress, useExpected, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, EmptyState, SearchField, SelectField, useWide } from '../../../ui/index.ts';
import {
  type Register,
  type RegisterName,
  type RegisterRow,
  registers,
  wantedRecords,
} from './record/register.ts';
import { useRecords } from './record/use-records.ts';
import { RecordPanel } from './record-panel.tsx';
import { RecordTable } from './record-table.tsx';
import css from './registers.module.css';

const standings = {
  documents: ['draft', 'approved', 'retired'],
  obligations: ['in-force', 'ended'],
  parties: ['in-force', 'ended'],
  issues: ['in-force', 'ended'],
} as const;

/** A register: its records, and beside them the one that is open. */
export function RegisterView({ name }: { readonly name: RegisterName }) {
  const say = useWords('documents');
  const register = registers[name];
  const [address, change] = useAddress();
  const reason = useReadOnly('governance.write');
  const rows = useRecords(name);
  useExpected({ [register.member]: { ids: rows.map(({ id }) => id) }, standing: { ids: standings[name] } });
  const open = rows.find(({ id }) => id === address[register.member]);
  const shown = wantedRecords(rows, register, { text: address.q, standing: address.standing });
  const close = () => change({ [register.member]: undefined, add: undefined });
  const isAdding = address.add !== undefined && open === undefined;
  const isWide = useWide(1200);
  const isOpen = isAdding || open !== undefined;
  return (
    <div className={isOpen && isWide ? css.beside : css.alone}>
      <div className={css.list}>
        <Filters name={name} />
        <div>
          <Button
            mark="plus"
            onPress={() => change({ add: 'new', [register.member]: undefined })}
            reason={reason}
            reasonAs="tooltip"
          >
            {say(`add-${name}`)}
          </Button>
        </div>
        <Records register={register} rows={rows} shown={shown} open={open?.id} />
      </div>
      {isOpen && (
        <RecordPanel
          key={open?.id ?? address.add}
          register={register}
          row={open}
          need={address.add === 'new' ? undefined : address.add}
          onClose={close}
        />
      )}
    </div>
  );
}

function Filters({ name }: { readonly name: RegisterName }) {
  const say = useWords('documents');
  const [{ q, standing }, change] = useAddress();
  return (
    <search className={css.filters} aria-label={say(`filter-${name}`)}>
      <SearchField
        label={say('search')}
        value={q ?? ''}
        onChange={(text) => change({ q: text }, { replace: true })}
      />
      <SelectField
        label={say('standing')}
        hideLabel
        none={say('standing-any')}
        options={standings[name].map((id) => ({ id, label: say(`standing-${id}`) }))}
        value={standing}
        onChange={(id) => change({ standing: id })}
      />
    </search>
  );
}

interface RecordsProps {
  readonly register: Register;
  readonly rows: readonly RegisterRow[];
  readonly shown: readonly RegisterRow[];
  readonly open: string | undefined;
}

function Records({ register, rows, shown, open }: RecordsProps) {
  const say = useWords('documents');
  const [, change] = useAddress();
  if (rows.length === 0)
    return <EmptyState title={say(`none-${register.name}`)}>{say(`none-${register.name}-say`)}</EmptyState>;
  if (shown.length === 0) {
    const all = (
      <Button onPress={() => change({ q: undefined, standing: undefined })}>
        {say('show-all', { count: rows.length })}
      </Button>
    );
    return <EmptyState title={say('no-match')} actions={all} />;
  }
  return <RecordTable register={register} rows={shown} open={open} />;
}
