import { Progress } from '../../ui/index.ts';
import { useFormat, useWords } from '../words/use-words.ts';
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

function Work({ says, step, done, of, size, cancel }: LongWork) {
  const say = useWords('app');
  const format = useFormat();
  const known = done !== undefined && of !== undefined && of > 0;
  const steps = known ? say(`long-work.${step ?? 'tables'}`, { done: done + 1, of }) : '';
  const text = [steps, size > 0 ? format.bytes(size) : ''].filter((each) => each !== '').join(' · ');
  return (
    <Progress
      label={says}
      value={known ? done : undefined}
      max={known ? of : undefined}
      valueText={text === '' ? undefined : text}
      onCancel={cancel}
    />
  );
}
