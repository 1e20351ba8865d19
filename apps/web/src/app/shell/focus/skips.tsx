import type { MouseEvent } from 'react';
import { useWords } from '../../words/use-words.ts';
import styles from '../shell.module.css';

/** The first stops of Tab: past the bar to the page, to its list where it has one, and to the rooms. */
export function Skips() {
  const say = useWords('app');
  return (
    <>
      <a className={styles.skip} href="#room">
        {say('skip')}
      </a>
      {/* biome-ignore lint/a11y/useValidAnchor: a place of the page, that has an address no more than its rows have */}
      <a className={styles.skip} data-skips="list" href="#room" onClick={toList}>
        {say('skip-list')}
      </a>
      <a className={styles.skip} data-skips="rooms" href="#rooms">
        {say('skip-rooms')}
      </a>
    </>
  );
}

/** The row that Tab would come to. */
function toList(event: MouseEvent): void {
  const list = document.querySelector<HTMLElement>('#room [data-list]');
  const stop = list?.querySelector<HTMLElement>('[tabindex="0"]') ?? list;
  if (!stop) return;
  event.preventDefault();
  stop.focus();
}
