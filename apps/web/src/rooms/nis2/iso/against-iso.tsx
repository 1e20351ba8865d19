import { To, ToRequirement, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import {
  DisclosureSection,
  EmptyState,
  Id,
  Section,
  type SimpleColumn,
  SimpleTable,
  Skeleton,
  Stack,
  StackedBar,
  Tag,
  TextLink,
} from '../../../ui/index.ts';
import {
  type BeyondRow,
  type Duties,
  type Duty,
  directive,
  type Point,
  regulation,
} from '../directive/view.ts';
import css from './iso.module.css';
import { type Answered, answeredBy } from './through.ts';
import { useIsoControls } from './use-iso-controls.ts';

/** What is done for ISO/IEC 27001 answers already, and what goes beyond it. */
export function AgainstIso({ view }: { readonly view: Duties }) {
  const say = useWords('nis2');
  const { rows, table } = view.beyondIso27001;
  return (
    <Stack gap="l">
      <Section title={say('iso-answers')} meta={say('iso-answers-meta')}>
        <AlreadyAnswered view={view} />
      </Section>
      <Section title={say('beyond', { count: rows.length })} meta={say('beyond-meta')}>
        <BeyondTable view={view} rows={rows} />
        {table && <p className={css.note}>{table.note}</p>}
      </Section>
    </Stack>
  );
}

function AlreadyAnswered({ view }: { readonly view: Duties }) {
  const say = useWords('nis2');
  const isoControls = useIsoControls();
  if (!isoControls) return <Skeleton lines={4} />;
  if (isoControls.size === 0)
    return (
      <EmptyState title={say('iso-nothing')} level={3}>
        {say('iso-nothing-say')}
      </EmptyState>
    );
  const technical = view.technical?.rows ?? [];
  return (
    <Stack>
      <Part name={say('duties')} framework={directive} answered={answeredBy<Duty>(view.rows, isoControls)} />
      {view.technical && (
        <Part
          name={say('annex')}
          framework={regulation}
          answered={answeredBy<Point>(technical, isoControls)}
        />
      )}
      <p className={css.note}>{say('iso-note')}</p>
    </Stack>
  );
}

interface PartProps {
  readonly name: string;
  readonly framework: string;
  readonly answered: Answered<Duty | Point>;
}

function Part({ name, framework, answered: { iso, partly, beside, open } }: PartProps) {
  const say = useWords('nis2');
  const met = [...iso, ...partly];
  return (
    <div className={css.part}>
      <h3>{name}</h3>
      <StackedBar
        label={name}
        parts={[
          { id: 'iso', label: say('through-iso'), count: iso.length, fill: 'solid' },
          { id: 'partly', label: say('through-partly'), count: partly.length, fill: 'light' },
          { id: 'beside', label: say('through-beside'), count: beside.length, fill: 'dashed' },
          { id: 'open', label: say('through-open'), count: open.length, fill: 'hatch' },
        ]}
      />
      {met.length > 0 && (
        <DisclosureSection level={4} title={say('met-through', { count: met.length })}>
          <ul className={css.rows}>
            {met.map(({ id, title, controls }) => (
              <li key={id}>
                <TextLink
                  plain
                  render={(dress) => <ToRequirement framework={framework} requirement={id} {...dress} />}
                >
                  <Id>{id}</Id> {title}
                </TextLink>{' '}
                <span className={css.quiet}>{controls.map(({ code }) => code).join(', ')}</span>
              </li>
            ))}
          </ul>
        </DisclosureSection>
      )}
    </div>
  );
}

function BeyondTable({ view, rows }: { readonly view: Duties; readonly rows: readonly BeyondRow[] }) {
  const say = useWords('nis2');
  const markOf = ({ framework, id }: BeyondRow) =>
    [...(framework === directive ? view.rows : (view.technical?.rows ?? []))].find((row) => row.id === id)
      ?.mark;
  const columns: SimpleColumn<BeyondRow>[] = [
    {
      id: 'row',
      header: say('duty-or-point'),
      isRowHeader: true,
      cell: ({ framework, id, title }) => (
        <TextLink
          plain
          render={(dress) => <ToRequirement framework={framework} requirement={id} {...dress} />}
        >
          <Id>{id}</Id> {title}
        </TextLink>
      ),
    },
    {
      id: 'extent',
      header: say('beyond-iso'),
      cell: ({ extent }) => <Tag>{say(`extent-${extent.replace(' ', '-')}`)}</Tag>,
    },
    { id: 'note', header: say('why-beyond'), cell: ({ note }) => note },
    {
      id: 'state',
      header: say('state'),
      cell: (row) => <StateMark mark={markOf(row) ?? 'unknown'} word={row.word} wraps />,
    },
    { id: 'answered', header: say('answered-by'), cell: (row) => <AnsweredBy row={row} /> },
  ];
  return (
    <SimpleTable
      caption={say('beyond-caption')}
      columns={columns}
      rows={rows}
      keyOf={({ framework, id }) => `${framework}/${id}`}
      empty={<EmptyState title={say('beyond-none')} level={3} />}
      stacks
      isOneStop
    />
  );
}

/** Our own controls; where there is none, those of the starter library that would be something to it. */
function AnsweredBy({ row: { answeredBy } }: { readonly row: BeyondRow }) {
  const say = useWords('nis2');
  const { controls, moreControls, hiddenControls, starter } = answeredBy;
  const more = moreControls + hiddenControls;
  if (controls.length + more === 0)
    return starter.length === 0 ? say('nobody-answers') : say('starter', { codes: starter.join(', ') });
  return (
    <span className={css.codes}>
      {controls.map(({ id, code, name }) => (
        <TextLink
          key={id}
          plain
          render={(dress) => <To room="library" search={{ control: code }} title={name} {...dress} />}
        >
          {code}
        </TextLink>
      ))}
      {more > 0 && <span>{say('and-more', { count: more })}</span>}
    </span>
  );
}
