import { lazy, Suspense } from 'react';
import { usePlace } from '../../place/place.tsx';
import { useWords } from '../../words/use-words.ts';
import styles from './organisation-menu.module.css';

/** Comes after the first page: it is larger than all else of the rail. Where it does not come, the name stays. */
const OrganisationMenu = lazy(() =>
  import('./organisation-menu.tsx').catch(() => ({ default: OrganisationName })),
);

/** Whose programme is open, with the way to the others. */
export function Organisation() {
  return (
    <Suspense fallback={<OrganisationName />}>
      <OrganisationMenu />
    </Suspense>
  );
}

function OrganisationName() {
  const say = useWords('app');
  const { name, isDemo } = usePlace();
  return (
    <div className={styles.organisation} title={name}>
      <b>
        <span className="two-lines">{name}</span>
      </b>
      {isDemo && <span>{say('demo')}</span>}
    </div>
  );
}
