import type { ReactNode } from 'react';
import {
  chooseLanguage,
  languages,
  pathOfRoom,
  useLanguage,
  useLateAnswer,
  useWords,
} from '../../../app/index.ts';
import { Brand, TextLink, ToggleGroup } from '../../../ui/index.ts';
import css from './frame.module.css';

interface FrameProps {
  /** Beside the page: what it is about and its steps. */
  readonly rail: ReactNode;
  readonly children: ReactNode;
  /** What follows from the answers; beside the questions, under them where there is no room. */
  readonly aside?: ReactNode;
}

/** The set-up stands outside of any organisation: a frame of its own. */
export function Frame({ rail, children, aside }: FrameProps) {
  return (
    <div className={css.frame}>
      <header className={css.rail}>
        <Brand />
        <WayBack />
        {rail}
        <div className={css.language}>
          <LanguageChoice />
        </div>
      </header>
      <main className={css.main}>{children}</main>
      {aside !== undefined && <div className={css.aside}>{aside}</div>}
    </div>
  );
}

/** To the organisations that are here already; a first set-up has none to go back to. */
function WayBack() {
  const say = useWords('set-up');
  const organisations = useLateAnswer('me').data?.organisations ?? [];
  const [first, ...others] = organisations;
  if (!first) return null;
  return (
    <TextLink href={others.length === 0 ? pathOfRoom(first.id, 'home') : '/'}>
      {others.length === 0 ? say('doors.back', { name: first.name }) : say('doors.back-several')}
    </TextLink>
  );
}

function LanguageChoice() {
  const say = useWords('set-up');
  const language = useLanguage();
  return (
    <ToggleGroup
      label={say('language')}
      hideLabel
      value={language}
      options={languages.map((value) => ({ value, label: value.toUpperCase() }))}
      onChange={(value) => void chooseLanguage(value)}
    />
  );
}
