import { useFormat, useReadOnly, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import { Button, Section, type SimpleColumn, SimpleTable, Stack } from '../../../ui/index.ts';
import { useOpenDeed } from '../deeds/open-deed.ts';
import type { Why } from '../why/node.ts';
import css from './beside.module.css';

type Assessment = Why['assessments'][number];
const marks = { met: 'met', partly: 'partly', 'not-met': 'gap' } as const;

/** What assessors judged, the latest first. The latest counts. */
export function Assessments({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const format = useFormat();
  const open = useOpenDeed();
  const reason = useReadOnly('requirements.assess');
  const columns: SimpleColumn<Assessment>[] = [
    {
      id: 'day',
      header: say('judged-on'),
      isRowHeader: true,
      cell: ({ assessedOn }) => format.day(assessedOn),
    },
    {
      id: 'judgement',
      header: say('judgement'),
      cell: ({ judgement }) => <StateMark mark={marks[judgement]} word={say(`judged.${judgement}`)} />,
    },
    { id: 'reasons', header: say('reasons'), cell: ({ reasons }) => reasons },
    {
      id: 'counts',
      header: say('counts'),
      cell: ({ counts, lapsed, judgement, validUntil }) => {
        if (lapsed) return say('lapsed-on', { day: format.day(validUntil) });
        if (!counts) return say('superseded');
        return judgement === 'met'
          ? say('counts-until', { day: format.day(validUntil) })
          : say('until-judged-again');
      },
    },
  ];
  const judge = (
    <Button size="s" onPress={() => open({ deed: 'judge' })} reason={reason} reasonAs="tooltip">
      {say('judge-open')}
    </Button>
  );
  return (
    <Section title={say('assessments')} link={why.requirement.assessable ? judge : undefined}>
      <Stack gap="s">
        <SimpleTable
          caption={say('assessments')}
          columns={columns}
          rows={why.assessments}
          keyOf={({ id }) => id}
          empty={<p className={css.quiet}>{say('assessments-none')}</p>}
          stacks
        />
      </Stack>
    </Section>
  );
}
