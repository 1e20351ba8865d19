import { useEffect, useRef } from 'react';
import { Button, IconButton, Mark } from '../../ui/index.ts';
import { dismiss, type Told, useTold } from '../deeds/notices.ts';
import { useWords } from '../words/use-words.ts';
import styles from './notice-bar.module.css';

/**
 * What was just done, and the way back. It stays ten seconds, longer while somebody is at it. The page makes room for it,
 * so that nothing at its foot is out of reach meanwhile.
 */
export function NoticeBar() {
  const told = useTold();
  const bars = useRef<HTMLDivElement>(null);
  useEffect(() => (bars.current ? makeRoomFor(bars.current) : undefined), []);
  return (
    <div ref={bars} className={styles.bars} role="status" aria-live="polite">
      {told.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

const staysMs = 10_000;

/** What stands free over them. */
const overPx = 8;

/** Keeps how far the notices reach up where the style sheets read it, and what has the focus in sight. */
function makeRoomFor(bars: HTMLElement): () => void {
  const root = document.documentElement;
  const observer = new ResizeObserver(() => {
    const height = window.innerHeight - bars.getBoundingClientRect().top + overPx;
    root.style.setProperty('--notices', bars.childElementCount === 0 ? '0px' : `${Math.ceil(height)}px`);
    const focused = document.activeElement;
    if (focused && !bars.contains(focused) && isUnder(focused, bars))
      focused.scrollIntoView({ block: 'nearest' });
  });
  observer.observe(bars);
  return () => {
    observer.disconnect();
    root.style.removeProperty('--notices');
  };
}

/** Whether they meet on screen. */
function isUnder(below: Element, above: Element): boolean {
  const [one, other] = [below, above].map((each) => each.getBoundingClientRect()) as [DOMRect, DOMRect];
  return one.bottom > other.top && one.top < other.bottom && one.right > other.left && one.left < other.right;
}

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
