import type { ReactElement, ReactNode } from 'react';
import { type Room, To, useWords } from '../../../app/index.ts';
import {
  IntervalFigure,
  IntervalLegend,
  type IntervalRow,
  IntervalRows,
  intervalOf,
  type LinkDress,
  Section,
  TextLink,
} from '../../../ui/index.ts';
import css from '../home.module.css';
import type { Reach } from './counted.ts';

interface PictureProps {
  readonly title: string;
  /** Where more is said of it. */
  readonly room: Room;
  readonly whole: Reach & { readonly unclaimed: number; readonly unknown: number; readonly stale: number };
  /** What is counted: "of 106 outcomes". */
  readonly unit: string;
  readonly rows: readonly IntervalRow[];
  readonly size?: 's' | 'm';
  /** Words of the target, where the bars have one. */
  readonly target?: string | undefined;
  readonly children?: ReactNode;
}

/** One framework: its interval, its parts drawn alike, and what is not known of it. */
export function Picture({ title, room, whole, unit, rows, size = 's', target, children }: PictureProps) {
  const say = useWords('home');
  const head: (dress: LinkDress) => ReactElement = (dress) => <To room={room} {...dress} />;
  return (
    <Section
      title={
        <TextLink plain render={head}>
          {title}
        </TextLink>
      }
      link={<IntervalFigure interval={intervalOf(whole)} unit={unit} />}
    >
      <IntervalRows caption={say('picture.caption', { title })} rows={rows} size={size} />
      <p className={css.unknowns}>
        {say('picture.unclaimed', { count: whole.unclaimed })} ·{' '}
        {say('picture.unknown', { count: whole.unknown })} · {say('picture.stale', { count: whole.stale })}
      </p>
      {children}
      <div className={css.legend}>
        <IntervalLegend target={target} />
      </div>
    </Section>
  );
}
