import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import { Dialog } from '../../ui/index.ts';
import { useAnswer, useLateAnswer } from '../answers/use-answer.ts';
import { usePlace } from '../place/place.tsx';
import { pathOfRoom, roomGroups } from '../place/rooms.ts';
import { useWords } from '../words/use-words.ts';
import { type Entry, entryOf } from './entries.ts';
import styles from './palette.module.css';

/** Finds any control, requirement, document, action or room by its code or its words, and goes there. */
export default function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useWords('app');
  return (
    <Dialog isOpen={isOpen} title={say('find.title')} onClose={onClose}>
      {isOpen && <Find onClose={onClose} />}
    </Dialog>
  );
}

function Find({ onClose }: { onClose: () => void }) {
  const say = useWords('app');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const { entries, isLooking } = useEntries(text);
  const go = ({ path, search }: Entry) => {
    onClose();
    void navigate({ to: path as never, search: search as never });
  };
  const nothing = text.trim() !== '' && !isLooking && entries.length === 0;
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label={say('find.anything')} className={styles.field} autoFocus>
        <Input placeholder={say('find.hint')} className={styles.input} />
      </SearchField>
      <p className={styles.count} role="status">
        {nothing ? say('find.nothing', { text }) : say('find.count', { count: entries.length })}
      </p>
      <Menu items={entries} className={styles.list} aria-label={say('find.found')} onAction={() => undefined}>
        {(entry) => (
          <MenuItem id={entry.id} textValue={entry.title} className={styles.item} onAction={() => go(entry)}>
            <span className={styles.code}>{entry.code}</span>
            <span className={styles.name}>{entry.title}</span>
            <span className={styles.kind}>{entry.where}</span>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}

/** Rooms whose name has the text, then what the server finds. */
function useEntries(text: string): { entries: readonly Entry[]; isLooking: boolean } {
  const say = useWords('app');
  const { organisation } = usePlace();
  const wanted = useDeferredValue(text.trim());
  const found = useLateAnswer('find', { text: wanted, limit: 30 }, { enabled: wanted !== '' });
  const rooms = roomGroups
    .flatMap((each) => each.rooms)
    .map((room) => ({ room, title: say(`room.${room}`) }))
    .filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase()))
    .map(({ room, title }) => ({
      id: `room:${room}`,
      code: '',
      title,
      where: say('find.room'),
      path: pathOfRoom(organisation, room),
      search: {},
    }));
  const organisations = useOrganisations(wanted);
  const rows = wanted === '' ? [] : (found.data?.rows ?? []);
  const others = rows.map((row) => entryOf(row, { organisation, kind: say(`find.kind.${row.kind}`) }));
  return {
    entries: [...rooms, ...organisations, ...others],
    isLooking: found.isFetching || wanted !== text.trim(),
  };
}

/** The other organisations here whose name has the text, and the way to a further one. */
function useOrganisations(wanted: string): readonly Entry[] {
  const say = useWords('app');
  const { organisation } = usePlace();
  const { organisations } = useAnswer('me');
  if (wanted === '') return [];
  const entry = { code: '', where: say('find.kind.organisation'), search: {} };
  const others = organisations
    .filter(({ id }) => id !== organisation)
    .map(({ id, name }) => ({
      ...entry,
      id: `organisation:${id}`,
      title: name,
      path: pathOfRoom(id, 'home'),
    }));
  const another = { ...entry, id: 'set-up', title: say('choose.another'), path: '/set-up' };
  return [...others, another].filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase()));
}
