import type { ComponentProps } from 'react';
import { Menu } from '../../../ui/index.ts';
import { usePlace } from '../../place/place.tsx';
import { useWords } from '../../words/use-words.ts';
import styles from './organisation-menu.module.css';
import { useWays } from './use-ways.ts';

type Items = ComponentProps<typeof Menu>['items'];

/** Whose programme is open, and the way to the others, to a further one and to the demo. */
export default function OrganisationMenu() {
  const say = useWords('app');
  const { name, isDemo, organisation } = usePlace();
  const { organisations, open, setUp, loadDemo, isLoading } = useWays();
  const others: Items = organisations.map((each) => ({
    id: `organisation:${each.id}`,
    label: each.name,
    isChosen: each.id === organisation,
    ...(each.demo === true ? { description: say('demo') } : {}),
    onAction: () => open(each.id),
  }));
  const demo: Items = organisations.some((each) => each.demo === true)
    ? []
    : [
        {
          id: 'demo',
          label: say('organisations.load-demo'),
          onAction: loadDemo,
          ...(isLoading ? { reason: say('organisations.demo-loading') } : {}),
        },
      ];
  return (
    <div className={styles.organisation} title={name}>
      <Menu
        kind="plain"
        label={name}
        items={[...others, 'line', { id: 'set-up', label: say('choose.another'), onAction: setUp }, ...demo]}
      />
      {isDemo && <span>{say('demo')}</span>}
    </div>
  );
}
