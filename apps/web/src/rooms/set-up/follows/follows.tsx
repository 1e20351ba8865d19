import { useLateAnswer, useWords } from '../../../app/index.ts';
import { Note, Section, Skeleton, Stack } from '../../../ui/index.ts';
import type { Answers } from '../answers/answers.ts';
import { inputOf } from '../answers/input.ts';
import { saidOf } from '../frame/said-of.ts';
import { ClassFound } from './class-found.tsx';
import css from './follows.module.css';

/** What follows from the answers so far, asked anew with each of them. Nothing of it is recorded. */
export function Follows({ answers }: { readonly answers: Answers }) {
  const say = useWords('set-up');
  // Name and statement decide nothing here: the server is not asked with every letter of them.
  const { data, error } = useLateAnswer('set-up propose', inputOf({ ...answers, name: '', statement: '' }));
  return (
    <aside aria-label={say('follows.title')}>
      <Stack>
        <h2 className={css.title}>{say('follows.title')}</h2>
        {error && !data && <Note tone="gap" title={saidOf(error, say)} live />}
        {!data && !error && <Skeleton lines={8} />}
        {data && (
          <>
            <Section level={3} title={say('follows.nis2')}>
              <ClassFound nis2={data.nis2} />
            </Section>
            <Section level={3} title={say('follows.frameworks')}>
              <ul className={css.frameworks}>
                {data.frameworks.map(({ framework, title, part, why }) => (
                  <li key={framework}>
                    <b>{title}</b> · {say(`part.${part}`)}
                    {why !== '' && framework !== 'nis2-directive' && <small>{why}</small>}
                  </li>
                ))}
              </ul>
            </Section>
            <Section level={3} title={say('follows.begin')}>
              <p className={css.figure}>
                {say('follows.controls', { count: data.library.proposed, of: data.library.total })}
              </p>
              <p className={css.quiet}>
                {say('follows.applicability', {
                  count: data.applicability.excluded,
                  of: data.applicability.rows.length,
                })}
              </p>
            </Section>
          </>
        )}
      </Stack>
    </aside>
  );
}
