import { Suspense } from 'react';
import { isDay, To, useAddress, useAnswer, useFormat, useWords } from '../../../app/index.ts';
import { IntervalBar, type SimpleColumn, SimpleTable, Skeleton, Stack, TextLink } from '../../../ui/index.ts';
import type { CrosswalkRow } from '../catalogue/catalogue.ts';
import { useTitles } from '../catalogue/use-titles.ts';
import css from '../frameworks.module.css';
import { CrosswalkShown } from './crosswalk-shown.tsx';

type Share = CrosswalkRow['fromShare'];

/** How much of either side each crosswalk links, counted now: what it does not name, it is silent about. */
export function Crosswalks() {
  const say = useWords('frameworks');
  const format = useFormat();
  const [{ crosswalk }] = useAddress();
  const { crosswalks } = useAnswer('catalogue list');
  const titles = useTitles();
  const dated = (date: string) => {
    if (date === 'undated') return say('undated');
    if (/^\d{4}-\d{2}$/.test(date)) return format.month(`${date}-01`);
    return isDay(date) ? format.day(date) : date;
  };
  const columns: SimpleColumn<CrosswalkRow>[] = [
    {
      id: 'title',
      header: say('crosswalk'),
      isRowHeader: true,
      cell: ({ id, title, developer, date }) => (
        <span className={css.name}>
          <TextLink
            plain
            render={(dress) => (
              <To room="frameworks" search={{ tab: 'crosswalks', crosswalk: id }} {...dress} />
            )}
          >
            <b>{title}</b>
          </TextLink>
          <small className={css.quiet}>
            {developer}, {dated(date)}
          </small>
        </span>
      ),
    },
    { id: 'pairs', header: say('pairs'), align: 'end', cell: ({ pairs }) => format.number(pairs) },
    {
      id: 'from',
      header: say('linked-from'),
      cell: ({ from, fromShare }) => <Linked of={titles.get(from) ?? from} share={fromShare} />,
    },
    {
      id: 'to',
      header: say('linked-to'),
      cell: ({ to, toShare }) => <Linked of={titles.get(to) ?? to} share={toShare} />,
    },
  ];
  return (
    <Stack gap="l">
      {crosswalks.some(({ id }) => id === crosswalk) && crosswalk && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <CrosswalkShown crosswalk={crosswalk} />
        </Suspense>
      )}
      <p>{say('crosswalks-say')}</p>
      <SimpleTable
        caption={say('tab.crosswalks')}
        columns={columns}
        rows={crosswalks}
        keyOf={({ id }) => id}
        stacks
      />
    </Stack>
  );
}

/** Solid is what is linked itself; a side without a catalogue cannot be counted. */
function Linked({ of, share }: { readonly of: string; readonly share: Share }) {
  const say = useWords('frameworks');
  if (!share || share.of === 0)
    return <span className={css.quiet}>{say('not-countable', { framework: of })}</span>;
  const { linked, underHeadings } = share;
  const more = underHeadings > 0 ? say('under-headings', { count: underHeadings }) : '';
  return (
    <span className={css.standing}>
      <IntervalBar interval={{ met: linked, possible: linked, of: share.of }} />
      <span>
        {say('linked-of', { linked, of: share.of })}{' '}
        <small className={css.quiet}>{[of, more].filter(Boolean).join(' · ')}</small>
      </span>
    </span>
  );
}
