import { useLanguage, useWords } from '../../../app/index.ts';
import { IntervalRows, Section, writePercents } from '../../../ui/index.ts';
import { type Difference, intervalThen } from './gains.ts';
import css from './moves.module.css';

/** One framework, before and after: its interval, each function or theme, and the same in words. */
export function FrameworkMoves({ difference }: { readonly difference: Difference }) {
  const say = useWords('what-if');
  const { framework, numbers, groups } = difference;
  return (
    <div className={css.framework}>
      <Section title={framework.title} link={<Percents numbers={numbers} />}>
        <IntervalRows
          caption={say('groups-of', { framework: framework.title })}
          rows={groups.map(({ id, title, ...counts }) => ({
            id,
            code: id,
            label: title,
            interval: intervalThen(counts),
          }))}
        />
        <InWords difference={difference} />
      </Section>
    </div>
  );
}

function Percents({ numbers: { before, after } }: Pick<Difference, 'numbers'>) {
  const say = useWords('what-if');
  const language = useLanguage();
  const [was, is] = [before, after].map(({ n, met, possible }) =>
    writePercents({ met, possible, of: n }, language),
  );
  return (
    <span className={css.percents}>
      <span className="visually-hidden">{say('from-to', { was, is })}</span>
      <span aria-hidden="true">{was} →</span>
      <b className={css.then} aria-hidden="true">
        {is}
      </b>
    </span>
  );
}

function InWords({ difference }: { readonly difference: Difference }) {
  const say = useWords('what-if');
  const { numbers, implementation } = difference;
  const { before, after } = numbers;
  return (
    <p className={css.words}>
      {say('in-words', {
        met: before.met,
        metThen: after.met,
        possible: before.possible,
        possibleThen: after.possible,
        of: after.n,
        inPlace: implementation.before.yes,
        inPlaceThen: implementation.after.yes,
        unclaimed: after.unclaimed,
        unknown: after.unknown,
      })}
    </p>
  );
}
