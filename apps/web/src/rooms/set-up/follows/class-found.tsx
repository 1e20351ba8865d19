import type { AnswerOf } from '@concord/operations/client';
import { useWords } from '../../../app/index.ts';
import { Mark, Note } from '../../../ui/index.ts';
import css from './follows.module.css';

type Found = AnswerOf<'set-up propose'>['nis2'];
type Looked = Found['withLinked']['trail'][number];

/** The NIS 2 class with the articles that lead to it, or what would decide it. */
export function ClassFound({ nis2 }: { readonly nis2: Found }) {
  const say = useWords('set-up');
  const { withLinked, sentence, notes } = nis2;
  const [telling, rest] = [
    withLinked.trail.filter(({ result }) => result !== 'no'),
    withLinked.trail.filter(({ result }) => result === 'no'),
  ];
  return (
    <>
      <p className={css.figure} role="status">
        {say(`class.${nis2.class}`)}
      </p>
      <p>{sentence}</p>
      <ol className={css.trail} aria-label={say('follows.trail')}>
        {telling.map((step) => (
          <TrailStep key={step.article} {...step} />
        ))}
      </ol>
      {withLinked.wouldDecide.length > 0 && (
        <Note tone="info" title={say('follows.would-decide')}>
          <ul>
            {withLinked.wouldDecide.map(({ ask, says }) => (
              <li key={ask}>{ask === 'activities' ? say('follows.ask-activities') : says}</li>
            ))}
          </ul>
        </Note>
      )}
      {rest.length > 0 && (
        <details className={css.rest}>
          <summary>{say('follows.looked-at', { count: rest.length })}</summary>
          <ol className={css.trail}>
            {rest.map((step) => (
              <TrailStep key={step.article} {...step} />
            ))}
          </ol>
        </details>
      )}
      {notes[0] !== undefined && <p className={css.quiet}>{notes[0]}</p>}
    </>
  );
}

function TrailStep({ article, looked, result, says }: Looked) {
  const say = useWords('set-up');
  const mark = result === 'yes' ? 'met' : result === 'no' ? 'excluded' : 'unknown';
  return (
    <li>
      <Mark name={mark} tone={result === 'yes' ? 'ok' : 'unk'} label={say(`follows.${result}`)} />
      <span>
        {looked} {says}
        <small>{/^\d/.test(article) ? say('follows.article', { article }) : article}</small>
      </span>
    </li>
  );
}
