import type { AnswerOf } from '@concord/operations/client';
import { To, useAnswer, useFormat, useWords } from '../../../app/index.ts';
import {
  DisclosureSection,
  Facts,
  Id,
  Section,
  type SimpleColumn,
  SimpleTable,
  Stack,
  TextLink,
} from '../../../ui/index.ts';
import { useTitles } from '../catalogue/use-titles.ts';
import css from '../frameworks.module.css';

type Shown = Extract<AnswerOf<'catalogue show'>, { pairs: unknown }>;
type Measured = Shown['coverage'][number];
type Silent = { readonly side: string; readonly id: string; readonly title?: string | undefined };

/** One crosswalk measured: by part of either side, and by name what it says nothing of. */
export function CrosswalkShown({ crosswalk }: { readonly crosswalk: string }) {
  const say = useWords('frameworks');
  const shown = useAnswer('catalogue show', { edition: crosswalk }) as Shown;
  const { title, notMapped, noEquivalent, unresolved } = shown;
  return (
    <Section
      title={title}
      meta={say(`status.${shown.status}`)}
      link={
        <TextLink render={(dress) => <To room="frameworks" search={{ tab: 'crosswalks' }} {...dress} />}>
          {say('close')}
        </TextLink>
      }
    >
      <Stack gap="m">
        <Facts
          facts={[
            { term: say('direction'), children: shown.direction },
            { term: say('source'), children: shown.source },
            { term: say('licence'), children: shown.licence },
          ]}
        />
        <MeasuredTable rows={shown.coverage} />
        <Named title={say('not-mapped')} rows={notMapped} say={say('not-mapped-say')} />
        <Named title={say('no-equivalent')} rows={noEquivalent} say={say('no-equivalent-say')} />
        <Named title={say('unresolved')} rows={unresolved} say={say('unresolved-say')} />
      </Stack>
    </Section>
  );
}

function MeasuredTable({ rows }: { readonly rows: readonly Measured[] }) {
  const say = useWords('frameworks');
  const format = useFormat();
  const titles = useTitles();
  const columns: SimpleColumn<Measured>[] = [
    {
      id: 'framework',
      header: say('framework'),
      isRowHeader: true,
      cell: ({ framework }) => titles.get(framework) ?? framework,
    },
    { id: 'part', header: say('part'), cell: ({ part }) => (part === 'All' ? say('part-all') : part) },
    {
      id: 'pairs',
      header: say('counted'),
      cell: ({ pairs }) => say(pairs === 'all' ? 'pairs-all' : 'pairs-alone'),
    },
    { id: 'linked', header: say('linked'), align: 'end', cell: ({ linked }) => format.number(linked) },
    { id: 'of', header: say('of'), align: 'end', cell: ({ of }) => format.number(of) },
    {
      id: 'share',
      header: say('share'),
      align: 'end',
      cell: ({ share }) => (share === null ? '–' : format.percent(share)),
    },
    {
      id: 'headings',
      header: say('by-heading'),
      align: 'end',
      cell: ({ underHeadings }) => format.number(underHeadings),
    },
  ];
  return (
    <SimpleTable
      caption={say('measured')}
      columns={columns}
      rows={rows}
      keyOf={({ side, part, pairs }) => `${side} ${part} ${pairs}`}
    />
  );
}

function Named({
  title,
  rows,
  say,
}: {
  readonly title: string;
  readonly rows: readonly Silent[];
  readonly say: string;
}) {
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <DisclosureSection title={title} meta={format.number(rows.length)}>
      <p>{say}</p>
      <ul className={css.columns}>
        {rows.map(({ side, id, title: named }) => (
          <li key={`${side} ${id}`}>
            <Id>{id}</Id> {named}
          </li>
        ))}
      </ul>
    </DisclosureSection>
  );
}
