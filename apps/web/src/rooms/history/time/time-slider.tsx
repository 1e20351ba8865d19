import { type KeyboardEvent, useState } from 'react';
import { dayAfter, daysBetween, useFormat, useWords } from '../../../app/index.ts';
import css from '../history.module.css';
import { type Moment, type Stop, stopBeside } from '../ledger/batches.ts';
import { useOperations } from '../ledger/use-operations.ts';
import { labelled } from './labels.ts';

interface TimeSliderProps {
  readonly from: string;
  readonly today: string;
  readonly moment: Moment;
  readonly stops: readonly Stop[];
  readonly onDay: (day: string) => void;
  readonly onStop: (stop: Stop) => void;
}

const pages: Readonly<Record<string, number>> = { PageUp: 30, PageDown: -30 };
const ways: Readonly<Record<string, 'after' | 'before'>> = {
  ArrowLeft: 'before',
  ArrowDown: 'before',
  ArrowRight: 'after',
  ArrowUp: 'after',
};

/** Chooses a day of the ledger. Arrows lead from event to event, Page Up and Page Down over a month. */
export function TimeSlider({ from, today, moment, stops, onDay, onStop }: TimeSliderProps) {
  const say = useWords('history');
  const format = useFormat();
  const [dragged, setDragged] = useState<number>();
  const last = Math.max(1, daysBetween(from, today));
  const value = dragged ?? daysBetween(from, moment.day);
  const choose = (days: number) => onDay(dayAfter(from, Math.min(last, Math.max(0, days))));
  const settle = () => {
    if (dragged !== undefined) choose(dragged);
    setDragged(undefined);
  };
  const step = (way: 'after' | 'before') => {
    const stop = stopBeside(stops, moment, way);
    if (stop) onStop(stop);
    else choose(way === 'after' ? last : 0);
  };
  const press = (event: KeyboardEvent) => {
    const way = ways[event.key];
    const page = pages[event.key];
    if (way === undefined && page === undefined) return;
    event.preventDefault();
    if (way !== undefined) step(way);
    if (page !== undefined) choose(value + page);
  };
  return (
    <div className={css.track}>
      <Ticks {...{ stops, from, last }} />
      <input
        type="range"
        className={css.range}
        min={0}
        max={last}
        value={value}
        aria-label={say('slider.label')}
        aria-valuetext={say('slider.value', {
          day: format.dayLong(dayAfter(from, value)),
          entry: format.number(moment.position),
        })}
        onChange={({ currentTarget }) => setDragged(Number(currentTarget.value))}
        onPointerUp={settle}
        onKeyDown={press}
        onKeyUp={settle}
        onBlur={settle}
      />
    </div>
  );
}

interface TicksProps {
  readonly stops: readonly Stop[];
  readonly from: string;
  readonly last: number;
}

/** The events; those that find room have their words. They are heard as the list of what was done. */
function Ticks({ stops, from, last }: TicksProps) {
  const did = useOperations();
  const placed = labelled(
    stops.map((stop) => ({ stop, share: daysBetween(from, stop.day) / last, word: did(stop.operation) })),
  );
  return (
    <div className={css.ticks} aria-hidden="true">
      {placed.map(({ stop, share, word, isLabelled }) => (
        <span key={`${stop.position} ${stop.operation}`}>
          <span className={css.tick} style={{ left: `${share * 100}%` }} />
          {isLabelled && (
            <span className={css.tickWord} style={{ left: `${share * 100}%` }}>
              {word}
            </span>
          )}
        </span>
      ))}
    </div>
  );
}
