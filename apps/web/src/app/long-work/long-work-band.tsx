import { Progress } from '../../ui/index.ts';
import { useFormat, useWords } from '../words/use-words.ts';
import { howFar } from './how-far.ts';
import css from './long-work.module.css';
import { type LongWork, useLongWorks } from './long-work.ts';

/** What the server is still making: it goes on while other rooms are opened. */
export function LongWorkBand() {
  const works = useLongWorks();
  const say = useWords('app');
  if (works.length === 0) return null;
  return (
    <section className={css.band} aria-label={say('long-work')}>
      {works.map((work) => (
        <Work key={work.id} {...work} />
      ))}
    </section>
  );
}

function Work(work: LongWork) {
  const { says, size, cancel } = work;
  const say = useWords('app');
  const format = useFormat();
  const far = howFar(work);
  const steps = far ? say(far.key, far.params) : '';
  const text = [steps, size > 0 ? format.bytes(size) : ''].filter((each) => each !== '').join(' · ');
  return (
    <Progress
      label={says}
      value={far?.bar?.value}
      max={far?.bar?.max}
      valueText={text === '' ? undefined : text}
      onCancel={cancel}
    />
  );
}
