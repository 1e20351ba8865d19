import { useState } from 'react';
import {
  To,
  useAnswer,
  useFormat,
  useLateAnswer,
  useReadOnly,
  useWaiting,
  useWords,
} from '../../../app/index.ts';
import {
  Button,
  DisclosureSection,
  EmptyState,
  IntervalBar,
  IntervalLegend,
  IntervalText,
  intervalOf,
  Section,
  type SimpleColumn,
  SimpleTable,
  Stack,
  Tag,
  TextLink,
} from '../../../ui/index.ts';
import { adoptionOf, editionNamed, type FrameworkRow, inTwo } from '../catalogue/catalogue.ts';
import css from '../frameworks.module.css';
import { AdoptDialog } from './adopt-dialog.tsx';
import { Proposed } from './proposed.tsx';

/** Those we answer to with their intervals, then what could be added, then where each comes from. */
export function FrameworkList() {
  const say = useWords('frameworks');
  const { rows } = useAnswer('catalogue list');
  const { adopted, others } = inTwo(rows);
  const [adopting, setAdopting] = useState<FrameworkRow>();
  return (
    <Stack gap="l">
      <Section title={say('adopted')} link={adopted.length > 0 ? <IntervalLegend /> : undefined}>
        <Adopted rows={adopted} />
      </Section>
      <Section title={say('others')} meta={say('others-meta')}>
        <Others rows={others} onAdopt={setAdopting} />
      </Section>
      <DisclosureSection title={say('sources')} meta={say('sources-meta')} level={2}>
        <Sources rows={rows} />
      </DisclosureSection>
      {adopting && <AdoptDialog row={adopting} onClose={() => setAdopting(undefined)} />}
    </Stack>
  );
}

function NameOf({ row }: { readonly row: FrameworkRow }) {
  const say = useWords('frameworks');
  return (
    <span className={css.name}>
      <TextLink
        plain
        render={(dress) => <To room="frameworks" search={{ framework: editionNamed(row) }} {...dress} />}
      >
        <b>{row.title}</b>
      </TextLink>{' '}
      {row.origin === 'imported' && <Tag>{say('imported')}</Tag>}
      <small className={css.quiet}>{row.edition}</small>
    </span>
  );
}

function Adopted({ rows }: { readonly rows: readonly FrameworkRow[] }) {
  const say = useWords('frameworks');
  const { rows: scopes } = useAnswer('scopes list');
  const columns: SimpleColumn<FrameworkRow>[] = [
    { id: 'framework', header: say('framework'), isRowHeader: true, cell: (row) => <NameOf row={row} /> },
    {
      id: 'scope',
      header: say('scope'),
      cell: (row) => {
        const { scope, selection } = adoptionOf(row) ?? {};
        const name = scopes.find(({ id }) => id === scope)?.name ?? scope;
        return [name, selection].filter(Boolean).join(' · ');
      },
    },
    { id: 'interval', header: say('met-possible'), width: 320, cell: (row) => <Standing row={row} /> },
  ];
  return (
    <SimpleTable
      caption={say('adopted')}
      columns={columns}
      rows={rows}
      keyOf={({ hash }) => hash}
      empty={
        <EmptyState title={say('adopted-none')} level={3}>
          {say('adopted-none-say')}
        </EmptyState>
      }
      stacks
    />
  );
}

/** How far it is met, with the counts of what nobody claims and of what is not known. */
function Standing({ row }: { readonly row: FrameworkRow }) {
  const say = useWords('frameworks');
  const { data } = useLateAnswer('view coverage', { framework: row.id });
  if (!data) return <span className={css.quiet}>…</span>;
  const { numbers } = data;
  const proposed = data.rows.reduce((sum, { claims }) => sum + claims.proposed, 0);
  return (
    <span className={css.standing}>
      <IntervalBar interval={intervalOf(numbers)} label={row.title} />
      <span>
        <IntervalText interval={intervalOf(numbers)} />
        {' · '}
        <small className={css.quiet}>
          {say('open-counts', { unclaimed: numbers.unclaimed, unknown: numbers.unknown })}
        </small>
      </span>
      <Proposed row={row} proposed={proposed} />
    </span>
  );
}

interface OthersProps {
  readonly rows: readonly FrameworkRow[];
  readonly onAdopt: (row: FrameworkRow) => void;
}

function Others({ rows, onAdopt }: OthersProps) {
  const say = useWords('frameworks');
  const format = useFormat();
  const columns: SimpleColumn<FrameworkRow>[] = [
    { id: 'framework', header: say('framework'), isRowHeader: true, cell: (row) => <NameOf row={row} /> },
    { id: 'publisher', header: say('publisher'), cell: ({ publisher }) => publisher },
    {
      id: 'assessable',
      header: say('assessed'),
      align: 'end',
      cell: ({ assessable }) => format.number(assessable),
    },
    {
      id: 'crosswalks',
      header: say('tab.crosswalks'),
      align: 'end',
      cell: ({ crosswalks }) => format.number(crosswalks.length),
    },
    {
      id: 'adopt',
      header: say('adopt'),
      hideHeader: true,
      cell: (row) => <AdoptDeed row={row} onAdopt={onAdopt} />,
    },
  ];
  return (
    <SimpleTable caption={say('others')} columns={columns} rows={rows} keyOf={({ hash }) => hash} stacks />
  );
}

/** One that waits to be adopted until the server is back says so. */
function AdoptDeed({ row, onAdopt }: Pick<OthersProps, 'onAdopt'> & { readonly row: FrameworkRow }) {
  const say = useWords('frameworks');
  const reason = useReadOnly('governance.write');
  const isWaiting = useWaiting('frameworks adopt', { framework: row.id }).size > 0;
  if (isWaiting) return <Tag mark="clock">{say('adopt-waits')}</Tag>;
  return (
    <Button
      size="s"
      onPress={() => onAdopt(row)}
      reason={reason}
      reasonAs="tooltip"
      aria-label={say('adopt-of', { title: row.title })}
    >
      {say('adopt')}
    </Button>
  );
}

function Sources({ rows }: { readonly rows: readonly FrameworkRow[] }) {
  const say = useWords('frameworks');
  const columns: SimpleColumn<FrameworkRow>[] = [
    { id: 'framework', header: say('framework'), isRowHeader: true, cell: (row) => <NameOf row={row} /> },
    { id: 'source', header: say('source'), cell: ({ source }) => source },
    { id: 'licence', header: say('licence'), cell: ({ licence }) => licence },
  ];
  return (
    <SimpleTable caption={say('sources')} columns={columns} rows={rows} keyOf={({ hash }) => hash} stacks />
  );
}
