import { To, useAddress, useFormat, useGo, usePlace, useWords } from '../../../app/index.ts';
import {
  Button,
  DateField,
  EmptyState,
  LinkButton,
  Note,
  Section,
  Skeleton,
  Stack,
  ToggleGroup,
} from '../../../ui/index.ts';
import css from '../history.module.css';
import { type DatedCommand, type Moment, momentIn, stopsOf } from '../ledger/batches.ts';
import { useCommands } from '../ledger/use-commands.ts';
import { Bands } from './bands.tsx';
import { Changed } from './changed.tsx';
import { TimeSlider } from './time-slider.tsx';
import { type Known, useFirstDay, usePoint, useTrend } from './use-trend.ts';

/** What every framework said on each day, and what was done between two of them. */
export function TimeTab() {
  const { today } = usePlace();
  const [search] = useAddress();
  const commands = useCommands();
  // Asked for while the commands are still coming: what takes longest need not wait for them.
  useTrend(useFirstDay(), today, knownIn(search));
  if (commands === undefined) return <Skeleton lines={10} />;
  return <OverTime commands={commands} />;
}

function knownIn({ known }: { readonly known?: string | undefined }): Known {
  return known === 'now' ? 'now' : 'then';
}

function OverTime({ commands }: { readonly commands: readonly DatedCommand[] }) {
  const say = useWords('history');
  const { today } = usePlace();
  const [search, change] = useAddress();
  const known = knownIn(search);
  const from = commands.at(-1)?.day ?? today;
  const moment = momentIn(search, commands, today);
  const trend = useTrend(from, today, known);
  const point = usePoint(moment, known);
  const choose = (day: string | undefined, at?: number) =>
    change(
      { day: at === undefined ? day : undefined, at: at === undefined ? undefined : String(at) },
      { replace: true },
    );
  return (
    <Stack gap="l">
      <Chosen
        {...{ moment, known, choose, from }}
        isNow={moment.position === commands[0]?.last && moment.day === today}
      />
      <div>
        {trend.error && <Note tone="unk">{say('bands.not-had')}</Note>}
        {!trend.data && !trend.error && (
          <>
            <p role="status">{say('bands.working')}</p>
            <Skeleton lines={8} />
          </>
        )}
        {trend.data?.frameworks.length === 0 && <NothingDrawn />}
        {trend.data && trend.data.frameworks.length > 0 && (
          <Bands
            trend={trend.data}
            point={point.isPlaceholderData ? undefined : point.data}
            chosen={moment.day}
            {...{ known, from, today }}
          />
        )}
        <div className={css.drawn}>
          <TimeSlider
            {...{ from, today, moment }}
            stops={stopsOf(commands)}
            onDay={(day) => choose(day)}
            onStop={({ day, position }) => choose(day, position)}
          />
        </div>
      </div>
      <Section title={say('changed.title')} meta={say('changed.meta')}>
        <Changed {...{ commands, moment, known }} />
      </Section>
    </Stack>
  );
}

/** Before a framework is adopted there is nothing to be met. */
function NothingDrawn() {
  const say = useWords('history');
  const go = (
    <LinkButton render={(dress) => <To room="frameworks" {...dress} />}>{say('bands.bare-go')}</LinkButton>
  );
  return (
    <EmptyState title={say('bands.bare')} actions={go}>
      {say('bands.bare-says')}
    </EmptyState>
  );
}

interface ChosenProps {
  readonly moment: Moment;
  readonly known: Known;
  readonly from: string;
  readonly isNow: boolean;
  readonly choose: (day: string | undefined) => void;
}

/** The chosen day in words, another way to choose it, and every page as of it. */
function Chosen({ moment: { day, position }, known, from, isNow, choose }: ChosenProps) {
  const say = useWords('history');
  const format = useFormat();
  const { today } = usePlace();
  const go = useGo();
  const [, change] = useAddress();
  const words = { day: format.dayLong(day), entry: format.number(position) };
  const show = () => go('home', { on: day, knownAt: known === 'then' ? String(position) : undefined });
  const reason = isNow ? say('chosen.is-now') : position === 0 ? say('chosen.nothing') : undefined;
  return (
    <div className={css.chosen}>
      <p className={css.says} aria-live="polite">
        {isNow ? say('chosen.now', words) : say(`chosen.as-known-${known}`, words)}
      </p>
      <div className={css.deeds}>
        <ToggleGroup
          label={say('known.label')}
          value={known}
          options={(['then', 'now'] as const).map((id) => ({ id, value: id, label: say(`known.${id}`) }))}
          onChange={(value) => change({ known: value === 'now' ? 'now' : undefined }, { replace: true })}
        />
        <DateField label={say('chosen.day')} value={day} onChange={choose} min={from} max={today} />
        <Button kind="primary" mark="history" onPress={show} reason={reason} reasonAs="tooltip">
          {say('chosen.show')}
        </Button>
      </div>
    </div>
  );
}
