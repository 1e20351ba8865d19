import { Link } from '@tanstack/react-router';
import { Page } from '../../ui/index.ts';
import { useWords } from '../words/use-words.ts';
import styles from './gate.module.css';

export function NotFound() {
  const say = useWords('app');
  return (
    <main className={styles.gate}>
      <Page title={say('not-found.title')} lead={say('not-found.lead')}>
        <Link to="/">{say('not-found.home')}</Link>
      </Page>
    </main>
  );
}
