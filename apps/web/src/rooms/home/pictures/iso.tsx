import { To, useAnswer, useWords } from '../../../app/index.ts';
import { type IntervalRow, intervalOf } from '../../../ui/index.ts';
import { type Part, partsOf, sumOf } from './counted.ts';
import { Picture } from './picture.tsx';

/** ISO/IEC 27001: seven clauses and the four themes of Annex A. */
export function IsoPicture() {
  const say = useWords('home');
  const clauses = useAnswer('view clause-conformity');
  const annex = useAnswer('view statement-of-applicability');
  const whole = sumOf(clauses.numbers, annex.numbers);
  const themes = partsOf(annex.rows).map((part, at) => ({
    ...rowOf(part),
    before: at === 0 ? say('picture.annex-a', { count: annex.numbers.n }) : undefined,
    render: ((dress) => (
      <To room="statement-of-applicability" search={{ theme: part.id }} {...dress} />
    )) as Render,
  }));
  const sections = partsOf(clauses.rows).map((part) => ({
    ...rowOf(part),
    render: ((dress) => (
      <To room="frameworks" search={{ framework: clauses.framework.id, q: part.id }} {...dress} />
    )) as Render,
  }));
  return (
    <Picture
      title="ISO/IEC 27001"
      room="statement-of-applicability"
      whole={whole}
      unit={say('unit.requirements', { count: whole.n })}
      rows={[...sections, ...themes]}
    />
  );
}

type Render = NonNullable<IntervalRow['render']>;

function rowOf(part: Part): Omit<IntervalRow, 'render'> {
  return { id: part.id, code: part.id, label: part.title, interval: intervalOf(part) };
}
