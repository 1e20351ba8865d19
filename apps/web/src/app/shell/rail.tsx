import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Button, Mark } from '../../ui/index.ts';
import { To } from '../place/links.tsx';
import { usePlace } from '../place/place.tsx';
import { pathOfRoom, type Room, roomGroups } from '../place/rooms.ts';
import { useWords } from '../words/use-words.ts';
import { Organisation } from './organisations/organisation-name.tsx';
import styles from './rail.module.css';

/** Where one can go. Below 1200 pixels it lies over the page and is opened by a button. */
export function Rail({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useWords('app');
  const { name, me } = usePlace();
  useCloseOnEscape(isOpen, onClose);
  useCloseOnLeaving(onClose);
  const rail = useFocusWhileOpen(isOpen);
  return (
    <>
      {isOpen && (
        <button type="button" className={styles.veil} onClick={onClose} aria-label={say('rail.close')} />
      )}
      <aside
        ref={rail}
        id="rooms"
        tabIndex={-1}
        data-rooms=""
        className={styles.rail}
        data-open={isOpen || undefined}
        aria-label={name}
      >
        <To room="home" className={styles.brand}>
          <Mark name="logo" size={20} tone="accent" />
          Concord
        </To>
        <Organisation />
        <nav aria-label={say('rail.label')}>
          {roomGroups.map(({ group, rooms }) => (
            <RailGroup
              key={group}
              title={group === 'start' ? undefined : say(`rail.${group}`)}
              rooms={rooms}
            />
          ))}
        </nav>
        <p className={styles.me}>
          <b>{me.name}</b>
          <To room="about">{say('rail.key')}</To>
        </p>
        {isOpen && (
          <Button kind="plain" onPress={onClose}>
            {say('rail.close')}
          </Button>
        )}
      </aside>
    </>
  );
}

function RailGroup({ title, rooms }: { title: string | undefined; rooms: readonly Room[] }) {
  return (
    <div className={styles.group}>
      {title !== undefined && <h2>{title}</h2>}
      <ul>
        {rooms.map((room) => (
          <li key={room}>
            <RailLink room={room} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function RailLink({ room }: { room: Room }) {
  const say = useWords('app');
  return (
    <To room={room} aria-current={useIsHere(room) ? 'page' : undefined}>
      {say(`room.${room}`)}
    </To>
  );
}

/** Whether the page stands in a room, or below it. A proof belongs to the frameworks. */
export function useIsHere(room: Room): boolean {
  const { pathname } = useLocation();
  const { organisation } = usePlace();
  const path = pathOfRoom(organisation, room);
  const here = pathname.replace(/\/$/, '');
  if (room === 'home') return here === path;
  const isProof =
    room === 'frameworks' && here.startsWith(`${pathOfRoom(organisation, 'home')}/requirements/`);
  return isProof || here === path || here.startsWith(`${path}/`);
}

function useCloseOnEscape(isOpen: boolean, onClose: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const listen = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOpen, onClose]);
}

/** Opened over the page it takes the focus, and gives it back unless one has gone on meanwhile. */
function useFocusWhileOpen(isOpen: boolean) {
  const rail = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const own = rail.current;
    const before = document.activeElement;
    own?.focus({ preventScroll: true });
    return () => {
      if (own?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, [isOpen]);
  return rail;
}

function useCloseOnLeaving(onClose: () => void): void {
  const { pathname } = useLocation();
  useEffect(onClose, [pathname]);
}
