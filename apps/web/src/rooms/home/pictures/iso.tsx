import { type Say, To, useAnswer, useWords } from '../../../app/index.ts';
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
    before: at === 0 ? annexSaid(annex.rows, say) : undefined,
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

type Rows = ReturnType<typeof useAnswer<'view statement-of-applicability'>>['rows'];

/** What nobody decided on is asked as long as nobody leaves it out, but it is not called necessary. */
function annexSaid(rows: Rows, say: Say): string {
  const undecided = rows.filter(({ applicability }) => applicability === 'undecided').length;
  const necessary = rows.filter(({ applicability }) => applicability === 'applicable').length;
  const said = say('picture.annex-a', { count: necessary });
  return undecided === 0 ? said : `${said}, ${say('picture.undecided', { count: undecided })}`;
}

type Render = NonNullable<IntervalRow['render']>;

function rowOf(part: Part): Omit<IntervalRow, 'render'> {
  return { id: part.id, code: part.id, label: part.title, interval: intervalOf(part) };
}
