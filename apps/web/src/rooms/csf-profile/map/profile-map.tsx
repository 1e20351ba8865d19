import { useMemo } from 'react';
import { useAddress, useFormat, useWords } from '../../../app/index.ts';
import { type HeatCell, HeatLegend, HeatMap, type HeatRow, Section, ToggleGroup } from '../../../ui/index.ts';
import type { CsfView, Group } from '../profile/view.ts';
import { figureOf, type HeatFigure, type Reading, readingsOf } from './heat.ts';
import css from './profile-map.module.css';
import { useFigureWords } from './use-figure-words.ts';

/** Functions and their categories, current against target: a table whose cells open their outcomes. */
export function ProfileMap({ view }: { readonly view: CsfView }) {
  const say = useWords('csf-profile');
  const by = useReading(view);
  const rows = useRows(view, by);
  const categories = view.groups.filter(({ level }) => level === 'category').length;
  return (
    <Section title={say('map', { functions: rows.length, categories })} link={<ReadBy view={view} by={by} />}>
      <HeatMap caption={say(`map-caption-${by}`)} rows={rows} />
      <div className={css.note}>
        <HeatLegend
          title={say('distance')}
          words={[1, 2, 3, 4, 5].map((level) => say(`distance-${by}-${level}`))}
        />
        <p>
          {by === 'scores' && scaleSaid(view)} {say(`map-note-${by}`)}
        </p>
      </div>
    </Section>
  );
}

function scaleSaid({ scale }: CsfView): string {
  return `${scale?.levels.map(({ value, label }) => `${value} ${label}`).join(', ') ?? ''}.`;
}

/** What the address asks the map to be read by, where the profile has it; else scores where half of it is scored. */
function useReading(view: CsfView): Reading {
  const [{ by }] = useAddress();
  const readings = readingsOf(view);
  const { scored = 0, of = 0 } = view.score ?? {};
  const usual = readings.includes('scores') && 2 * scored >= of ? 'scores' : 'results';
  return readings.find((each) => each === by) ?? usual;
}

function ReadBy({ view, by }: { readonly view: CsfView; readonly by: Reading }) {
  const say = useWords('csf-profile');
  const [, change] = useAddress();
  const readings = readingsOf(view);
  if (readings.length < 2) return null;
  return (
    <ToggleGroup
      label={say('read-by')}
      hideLabel
      isOfView
      options={readings.map((value) => ({ value, label: say(`by-${value}`) }))}
      value={by}
      onChange={(value) => change({ by: value })}
    />
  );
}

function useRows(view: CsfView, by: Reading): readonly HeatRow[] {
  const say = useWords('csf-profile');
  const { compare } = useFormat();
  const [{ category: chosen }, change] = useAddress();
  const words = useFigureWords(by);
  return useMemo(() => {
    const under = (id: string) => view.rows.filter((row) => row.category === id || row.function === id);
    const cellOf = ({ id, title }: Group): HeatCell => {
      const figure = figureOf(under(id), by, view.scale);
      const name = say(`short.${id}`, { defaultValue: title });
      return {
        id,
        label: name,
        figure: <Figure figure={figure} write={words.write} />,
        detail: words.detail(figure),
        level: figure.level,
        isChosen: id === chosen,
        said: say('cell-said', { name, id, said: words.sentence(figure) }),
        onPress: () => change({ category: id === chosen ? undefined : id, outcome: undefined }),
      };
    };
    const functions = view.groups.filter(({ level }) => level === 'function');
    const categories = view.groups.filter(({ level }) => level === 'category');
    return functions.map(({ id, title, numbers }) => {
      const figure = figureOf(under(id), by, view.scale);
      const own = categories.filter((each) => each.id.startsWith(`${id}.`));
      return {
        id,
        head: <Head title={title} figure={figure} write={words.write} detail={words.metOf(numbers)} />,
        cells: own.sort((one, other) => places(view, one, other) || compare(one.id, other.id)).map(cellOf),
      };
    });
  }, [view, by, say, compare, chosen, change, words]);
}

/** As published. */
function places({ groups }: CsfView, one: Group, other: Group): number {
  return groups.indexOf(one) - groups.indexOf(other);
}

interface FigureProps {
  readonly figure: HeatFigure;
  readonly write: (value: number | undefined) => string;
}

function Figure({ figure: { current, target }, write }: FigureProps) {
  return (
    <>
      <b>{write(current)}</b> {'→'} {write(target)}
    </>
  );
}

function Head({
  title,
  detail,
  ...figure
}: FigureProps & { readonly title: string; readonly detail: string }) {
  return (
    <span className={css.head}>
      <b>{title}</b>
      <span>
        <Figure {...figure} />
      </span>
      <small>{detail}</small>
    </span>
  );
}
