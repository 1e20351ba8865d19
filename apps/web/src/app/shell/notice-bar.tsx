import { useEffect, useRef } from 'react';
import { Button, IconButton, Mark } from '../../ui/index.ts';
import { dismiss, type Told, useTold } from '../deeds/notices.ts';
import { useWords } from '../words/use-words.ts';
import styles from './notice-bar.module.css';

/** What was just done, and the way back. It stays ten seconds, longer while somebody is at it. */
export function NoticeBar() {
  const told = useTold();
  return (
    <div className={styles.bars} role="status" aria-live="polite">
      {told.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

const staysMs = 10_000;

function Notice({ notice }: { notice: Told }) {
  const say = useWords('app');
  const { id, says, notices, tone, undo } = notice;
  const held = useRef(false);
  useEffect(() => {
    // What failed stays until it was read.
    if (tone === 'failed') return undefined;
    const leave = window.setInterval(() => !held.current && dismiss(id), staysMs);
    return () => window.clearInterval(leave);
  }, [id, tone]);
  const hold = (isHeld: boolean) => () => {
    held.current = isHeld;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is not worked by these; it only stays while somebody is at it
    <div
      className={styles.bar}
      onFocus={hold(true)}
      onBlur={hold(false)}
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
    >
      <Mark name={tone === 'done' ? 'check' : 'warning'} />
      <div className={styles.says}>
        <p>{says}</p>
        {notices?.map((each) => (
          <p key={each}>{each}</p>
        ))}
      </div>
      {undo && (
        <Button
          kind="inverse"
          size="s"
          onPress={() => {
            dismiss(id);
            undo();
          }}
        >
          {say('undo')}
        </Button>
      )}
      <IconButton mark="close" label={say('dismiss')} kind="inverse" size="s" onPress={() => dismiss(id)} />
    </div>
  );
}
