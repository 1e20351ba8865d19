import { useState } from 'react';
import { type Search, To, useAddress, usePlace, useWords } from '../../../app/index.ts';
import { Button, Form, IconButton, Popover, Stack, TextField, Toolbar } from '../../../ui/index.ts';
import { viewIn } from './filters.ts';
import css from './find.module.css';
import {
  readViews,
  type SavedView,
  type StandingView,
  shows,
  standingViews,
  withView,
} from './saved-views.ts';

interface ViewLineProps {
  /** How many each standing view shows; none while it is not known. */
  readonly counts: Readonly<Partial<Record<StandingView, number | undefined>>>;
}

/** Sets of filters with a name: those that everybody has, and those saved here. */
export function ViewLine({ counts }: ViewLineProps) {
  const say = useWords('library');
  const [search] = useAddress();
  const { views, save, forget } = useSavedViews();
  const isSaved = [...standingViews, ...views].some((view) => shows(search, view.search));
  return (
    <nav className={css.views} aria-label={say('views.label')}>
      <Toolbar label={say('views.label')}>
        <ul className={css.viewList}>
          {standingViews.map(({ id, search: view }) => (
            <ViewLink key={id} name={say(`views.${id}`)} search={view} count={counts[id]} />
          ))}
          {views.map((view) => (
            <ViewLink key={view.name} {...view} onForget={() => forget(view.name)} />
          ))}
        </ul>
        {!isSaved && <SaveView onSave={(name) => save({ name, search: viewIn(search) })} />}
      </Toolbar>
    </nav>
  );
}

interface ViewLinkProps {
  readonly name: string;
  readonly search: Search;
  readonly count?: number | undefined;
  readonly onForget?: (() => void) | undefined;
}

function ViewLink({ name, search: view, count, onForget }: ViewLinkProps) {
  const say = useWords('library');
  const [search] = useAddress();
  const isShown = shows(search, view);
  return (
    <li className={css.view}>
      <To
        room="library"
        exactly
        search={{ control: search.control, ...view }}
        className={css.viewLink}
        {...(isShown ? { 'aria-current': 'true' as const } : {})}
      >
        {name}
        {count !== undefined && <span className={css.viewCount}> {count}</span>}
      </To>
      {isShown && onForget && (
        <IconButton
          label={say('views.forget', { name })}
          mark="close"
          size="s"
          kind="quiet"
          onPress={onForget}
        />
      )}
    </li>
  );
}

function SaveView({ onSave }: { readonly onSave: (name: string) => void }) {
  const say = useWords('library');
  return (
    <Popover trigger={say('views.save')} label={say('views.save')} kind="quiet" size="s">
      {(close) => (
        <NameView
          onSave={(name) => {
            onSave(name);
            close();
          }}
        />
      )}
    </Popover>
  );
}

function NameView({ onSave }: { readonly onSave: (name: string) => void }) {
  const say = useWords('library');
  const [name, setName] = useState('');
  return (
    <Form
      onSubmit={() => {
        if (name.trim() !== '') onSave(name.trim());
      }}
    >
      <Stack gap="s">
        <TextField
          label={say('views.name')}
          description={say('views.name-says')}
          value={name}
          onChange={setName}
          maxLength={60}
          autoFocus
        />
        <Button
          type="submit"
          kind="primary"
          reason={name.trim() === '' ? say('views.name-missing') : undefined}
        >
          {say('views.save')}
        </Button>
      </Stack>
    </Form>
  );
}

function useSavedViews() {
  const place = `concord.library.views.${usePlace().organisation}`;
  const [views, setViews] = useState(() => readViews(window.localStorage.getItem(place)));
  const write = (next: readonly SavedView[]) => {
    setViews(next);
    window.localStorage.setItem(place, JSON.stringify(next));
  };
  return {
    views,
    save: (view: SavedView) => write(withView(views, view)),
    forget: (name: string) => write(views.filter((view) => view.name !== name)),
  };
}
