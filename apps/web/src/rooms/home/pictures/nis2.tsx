import { To, useAnswer, useWords } from '../../../app/index.ts';
import { type IntervalRow, intervalOf } from '../../../ui/index.ts';
import { dutyPartOf, dutyParts, reachOf, sumOf } from './counted.ts';
import { Picture } from './picture.tsx';

/** Articles that a part of the duties stands in. */
const articles = {
  management: '20',
  measures: '21(2)',
  principles: '21',
  reporting: '23',
  registration: '3, 27',
};

/** NIS 2: the duties by article, and the annex of the implementing regulation where it is asked. */
export function Nis2Picture() {
  const say = useWords('home');
  const { rows, numbers, technical } = useAnswer('view nis2-duties');
  const whole = sumOf(numbers, technical?.numbers);
  const duties = dutyParts.flatMap((part): IntervalRow[] => {
    const reach = reachOf(rows.filter(({ id }) => dutyPartOf(id) === part));
    const row = { id: part, code: articles[part], label: say(`duty.${part}`), interval: intervalOf(reach) };
    return reach.n === 0 ? [] : [row];
  });
  const annex: readonly IntervalRow[] = technical
    ? [
        {
          id: 'annex',
          code: say('duty.annex-code'),
          label: say('duty.annex'),
          interval: intervalOf(technical.numbers),
        },
      ]
    : [];
  const unit = technical ? 'unit.duties-and-points' : 'unit.duties';
  return (
    <Picture
      title="NIS 2"
      room="nis2"
      whole={whole}
      unit={say(unit, { count: whole.n })}
      rows={[...duties, ...annex].map((row) => ({
        ...row,
        render: (dress) => <To room="nis2" {...dress} />,
      }))}
    />
  );
}
