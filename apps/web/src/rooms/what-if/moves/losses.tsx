import { useState } from 'react';
import { useWords } from '../../../app/index.ts';
import { Button, Note } from '../../../ui/index.ts';
import { Because } from './because.tsx';
import type { Turned } from './gains.ts';
import css from './moves.module.css';
import { RequirementLink } from './requirement-link.tsx';

const mostAtOnce = 6;

/** What is met today and would not be: named first, for nobody looks for it. */
export function Losses({ lost }: { readonly lost: readonly Turned[] }) {
  const say = useWords('what-if');
  const [isWhole, setWhole] = useState(false);
  const drawn = isWhole ? lost : lost.slice(0, mostAtOnce);
  const more = lost.length - drawn.length;
  return (
    <Note tone="gap" mark="warning" title={say('losses', { count: lost.length })}>
      <ul className={css.losses}>
        {drawn.map(({ framework, row }) => (
          <li key={`${framework.id} ${row.id}`} className={css.turn}>
            <span>{framework.title}</span>
            <RequirementLink framework={framework.id} requirement={row.id} title={row.title} />
            <span>{say('then-word', { word: row.after.word })}</span>
            <Because because={row.because} framework={framework.id} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button size="s" kind="quiet" onPress={() => setWhole(true)}>
          {say('more', { count: more })}
        </Button>
      )}
    </Note>
  );
}
