import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button, IconButton, Mark } from '../../ui/index.ts';
import { takeBack } from '../deeds/done.ts';
import { dismiss, type Told, useTold } from '../deeds/notices.ts';
import { useWords } from '../words/use-words.ts';
import { useWayToNotices } from './focus/way-to-notices.ts';
import styles from './notice-bar.module.css';

/**
 * What was just done, and the way back. It stays ten seconds, longer while somebody is at it. It lies at the foot of the
 * rail, in the bar at the top where there is no rail, and on a phone over the bar of rooms: so no page moves for it, and
 * nothing that stands at the foot is covered. Over a dialog, too, it is heard, pressed and reached by keys: what is done
 * there can be taken back there.
 */
export function NoticeBar() {
  const told = useTold();
  const bars = useRef<HTMLDivElement>(null);
  useEffect(() => (bars.current ? makeRoomFor(bars.current) : undefined), []);
  useWayToNotices(bars);
  return (
    <div ref={bars} data-apart="" {...overAll} className={styles.bars} role="status" aria-live="polite">
      {told.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

/** What the kit leaves in reach while a dialog is open. */
const overAll = { 'data-react-aria-top-layer': '' };

const staysMs = 10_000;

/** What stands free beside them. */
const besidePx = 8;

/** Keeps what the notices take of each side where the style sheets read it, and what has the focus in sight. */
function makeRoomFor(bars: HTMLElement): () => void {
  const root = document.documentElement;
  const observer = new ResizeObserver(() => {
    for (const [side, takes] of Object.entries(takenBy(bars)))
      root.style.setProperty(`--notices-${side}`, `${Math.ceil(takes)}px`);
    const focused = document.activeElement;
    if (focused && !bars.contains(focused) && isUnder(focused, bars))
      focused.scrollIntoView({ block: 'nearest' });
  });
  observer.observe(bars);
  return () => {
    observer.disconnect();
    for (const side of Object.keys(nothingTaken)) root.style.removeProperty(`--notices-${side}`);
  };
}

const nothingTaken = { rail: 0, top: 0, foot: 0 };

/** Of the rail where there is one, else of the top, or of the foot on a phone: pixels. */
function takenBy(bars: HTMLElement): typeof nothingTaken {
  if (bars.childElementCount === 0) return nothingTaken;
  const { top, bottom, height } = bars.getBoundingClientRect();
  if (window.matchMedia('(min-width: 1200px)').matches) return { ...nothingTaken, rail: height };
  const isPhone = window.matchMedia('(max-width: 899px)').matches;
  return isPhone
    ? { ...nothingTaken, foot: window.innerHeight - top + besidePx }
    : { ...nothingTaken, top: bottom + besidePx };
}

/** Whether they meet on screen. */
function isUnder(below: Element, above: Element): boolean {
  const [one, other] = [below, above].map((each) => each.getBoundingClientRect()) as [DOMRect, DOMRect];
  return one.bottom > other.top && one.top < other.bottom && one.right > other.left && one.left < other.right;
}

function Notice({ notice }: { notice: Told }) {
  const say = useWords('app');
  const { id, says, notices, tone, entry } = notice;
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
  const press = ({ key }: KeyboardEvent) => key === 'Escape' && dismiss(id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is not worked by these; it only stays while somebody is at it
    <div
      className={styles.bar}
      onFocus={hold(true)}
      onBlur={hold(false)}
      onKeyDown={press}
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
      <div className={styles.deeds}>
        {entry && (
          <Button
            kind="inverse"
            size="s"
            onPress={() => {
              dismiss(id);
              void takeBack(entry);
            }}
          >
            {say('undo')}
          </Button>
        )}
        <IconButton mark="close" label={say('dismiss')} kind="inverse" size="s" onPress={() => dismiss(id)} />
      </div>
    </div>
  );
}
