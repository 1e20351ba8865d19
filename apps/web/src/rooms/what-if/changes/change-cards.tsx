import { type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../../app/index.ts';
import { Button, Section } from '../../../ui/index.ts';
import type { Turned, WhatIf } from '../moves/gains.ts';
import { type Change, keyOf } from '../supposed/supposed.ts';
import type { Changes } from '../supposed/use-changes.ts';
import { ChangeCard } from './change-card.tsx';
import css from './changes.module.css';

interface ChangeCardsProps {
  readonly all: Changes;
  /** As the server names those that are on. */
  readonly shown: WhatIf['changes'];
  /** Undefined until it is worked out, or where that was refused. */
  readonly turned: readonly Turned[] | undefined;
  /** Where one more is chosen. */
  readonly children: ReactNode;
}

const mostAtOnce = 12;

/** What is supposed, each to be switched, changed or taken away. */
export function ChangeCards({ all, shown, turned, children }: ChangeCardsProps) {
  const say = useWords('what-if');
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const { changes } = all;
  const on = changes.filter(({ isOff }) => !isOff).length;
  const drawn = isWhole ? changes : changes.slice(0, mostAtOnce);
  const more = changes.length - drawn.length;
  // The button that had the focus goes with its card.
  const remove = (key: string) => {
    all.remove(key);
    list.current?.focus();
  };
  return (
    <Section title={say('supposed')} meta={say('on', { count: on, of: changes.length })}>
      <ul ref={list} tabIndex={-1} className={css.cards} aria-label={say('supposed')}>
        {drawn.map((change) => (
          <li key={keyOf(change)}>
            <ChangeCard {...{ change, turned }} all={{ ...all, remove }} shown={shownOf(change, shown)} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <div className={css.more}>
          <Button size="s" kind="quiet" mark="down" onPress={() => setWhole(true)}>
            {say('more', { count: more })}
          </Button>
        </div>
      )}
      <div className={css.add}>{children}</div>
    </Section>
  );
}

function shownOf(change: Change, shown: WhatIf['changes']): WhatIf['changes'][number] | undefined {
  return shown.find(({ kind, control, evidence, requirement }) => {
    if (kind !== change.kind) return false;
    if (change.kind === 'set') return control?.code === change.code || control?.id === change.code;
    if (change.kind === 'lapse')
      return evidence?.id === change.evidence || evidence?.title === change.evidence;
    return requirement?.framework === change.framework && requirement.id === change.requirement;
  });
}
