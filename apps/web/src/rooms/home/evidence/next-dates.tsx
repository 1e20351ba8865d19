import { To, useFormat, useWords } from '../../../app/index.ts';
import { DueLink } from '../../../due/index.ts';
import { useStateWords } from '../../../states/index.ts';
import { Section, TextLink } from '../../../ui/index.ts';
import css from '../home.module.css';
import { useDue } from '../needs/use-needs.ts';

const shown = 7;

/** What is to come, evidence apart: that has its own picture. */
export function NextDates() {
  const say = useWords('home');
  const word = useStateWords();
  const { dayNear, fromToday } = useFormat();
  const { rows, on } = useDue();
  const coming = rows.filter(({ kind, due }) => kind !== 'evidence' && due >= on).slice(0, shown);
  const link = (
    <TextLink render={(dress) => <To room="actions" search={{ view: 'due' }} {...dress} />}>
      {say('dates.all')}
    </TextLink>
  );
  return (
    <Section title={say('dates.title')} link={link}>
      {coming.length === 0 ? (
        <p className={css.quiet}>
          {say('dates.none')} {rows.length === 0 && say('dates.begin')}{' '}
          {rows.length === 0 && (
            <TextLink render={(dress) => <To room="guide" {...dress} />}>{say('dates.guide')}</TextLink>
          )}
        </p>
      ) : (
        <ul className={css.dates}>
          {coming.map((row) => (
            <li key={`${row.kind} ${row.id}`}>
              <time dateTime={row.due}>{dayNear(row.due, on)}</time>
              <span>
                <TextLink plain render={(dress) => <DueLink row={row} {...dress} />}>
                  {row.title === '' ? row.todo : row.title}
                </TextLink>
                <small>{word(`kind-${row.kind}`)}</small>
              </span>
              <small>{fromToday(row.due, on)}</small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
