import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, TextField } from 'react-aria-components';
import { Dialog } from '../../ui/index.ts';
import { useAnswer, useLateAnswer } from '../answers/use-answer.ts';
import { usePlace } from '../place/place.tsx';
import { pathOfRoom } from '../place/rooms.ts';
import { isDay } from '../place/said.ts';
import { useFormat, useWords } from '../words/use-words.ts';
import { type Entry, entryOf } from './entries.ts';
import styles from './palette.module.css';
import { type Choice, useDestinations } from './use-destinations.ts';

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Asks for the day that is looked at. */
  readonly onLookBack: () => void;
}

/** Finds any page, deed, control, requirement, document or action by its code or its words; goes there, or does it. */
export default function Palette({ isOpen, ...deeds }: PaletteProps) {
  const say = useWords('app');
  return (
    <Dialog isOpen={isOpen} title={say('find.title')} onClose={deeds.onClose}>
      {isOpen && <Find {...deeds} />}
    </Dialog>
  );
}

function Find({ onClose, onLookBack }: Omit<PaletteProps, 'isOpen'>) {
  const say = useWords('app');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const { entries, isLooking } = useEntries(text, onLookBack);
  const go = (choice: Choice) => {
    onClose();
    if ('act' in choice) choice.act();
    else void navigate({ to: choice.path as never, search: choice.search as never });
  };
  const nothing = text.trim() !== '' && !isLooking && entries.length === 0;
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      {/* No SearchField: it would take Escape to empty itself, and the dialog is to close at once. */}
      <TextField aria-label={say('find.anything')} type="search" className={styles.field} autoFocus>
        <Input placeholder={say('find.hint')} className={styles.input} />
      </TextField>
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

/** Pages and deeds that the text fits, then what the server finds. */
function useEntries(
  text: string,
  onLookBack: () => void,
): { entries: readonly Choice[]; isLooking: boolean } {
  const say = useWords('app');
  const format = useFormat();
  const { organisation } = usePlace();
  const wanted = useDeferredValue(text.trim());
  const found = useLateAnswer('find', { text: wanted, limit: 30 }, { enabled: wanted !== '' });
  const destinations = useDestinations(wanted, onLookBack);
  const organisations = useOrganisations(wanted);
  const rows = wanted === '' ? [] : (found.data?.rows ?? []);
  const others = rows.map(({ where, ...row }) => {
    // A piece of evidence lies on the day it was collected.
    const place = isDay(where) ? format.day(where) : where;
    const found = { ...row, ...(place === undefined ? {} : { where: place }) };
    return entryOf(found, { organisation, kind: say(`find.kind.${row.kind}`) });
  });
  return {
    entries: [...destinations, ...organisations, ...others],
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
