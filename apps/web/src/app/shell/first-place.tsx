import { Link, Navigate } from '@tanstack/react-router';
import { Page, Section } from '../../ui/index.ts';
import { useAnswer } from '../answers/use-answer.ts';
import { pathOfRoom } from '../place/rooms.ts';
import { useWords } from '../words/use-words.ts';
import styles from './gate.module.css';

/** Where the bare address leads: to set-up, to the one organisation, or to the choice among several. */
export function FirstPlace() {
  const say = useWords('app');
  const { organisations } = useAnswer('me');
  const [only, ...others] = organisations;
  if (!only) return <Navigate to={'/set-up' as never} replace />;
  if (others.length === 0) return <Navigate to={pathOfRoom(only.id, 'home') as never} replace />;
  return (
    <main className={styles.gate}>
      <Page title={say('choose.title')} lead={say('choose.lead')}>
        <Section title={say('choose.here')}>
          <ul className={styles.choices}>
            {organisations.map(({ id, name, demo }) => (
              <li key={id}>
                <Link to={pathOfRoom(id, 'home') as never}>{name}</Link>
                {demo === true && ` · ${say('demo')}`}
              </li>
            ))}
          </ul>
          <Link to={'/set-up' as never}>{say('choose.another')}</Link>
        </Section>
      </Page>
    </main>
  );
}
