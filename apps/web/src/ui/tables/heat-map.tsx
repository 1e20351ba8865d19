import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useOneStop } from '../grid/one-stop.ts';
import type { LevelNumber } from '../marks/tag.tsx';
import { cx } from '../props.ts';
import css from './heat-map.module.css';

export interface HeatCell {
  readonly id: string;
  readonly label: string;
  /** Always printed. */
  readonly figure: ReactNode;
  readonly detail?: ReactNode;
  /** 1 is calm, 5 is far. */
  readonly level: LevelNumber;
  readonly onPress?: (() => void) | undefined;
  readonly isChosen?: boolean | undefined;
  /** The whole as one sentence, when label and figure do not say it. */
  readonly said?: string | undefined;
}

export interface HeatRow {
  readonly id: string;
  readonly head: ReactNode;
  readonly cells: readonly (HeatCell | undefined)[];
}

interface HeatMapProps {
  readonly caption: string;
  readonly rows: readonly HeatRow[];
  /** Headings of the columns, where all rows have the same ones. */
  readonly heads?: readonly string[] | undefined;
  /** `distance` to a target, or `risk`. */
  readonly shades?: 'distance' | 'risk' | undefined;
}

/** A table whose cells have a shade, a word and a figure. With columns that have headings it scrolls within itself, and its first column stays. */
export function HeatMap({ caption, rows, heads, shades = 'distance' }: HeatMapProps) {
  const stop = useOneStop(rows.some(({ cells }) => cells.some((cell) => cell?.onPress)));
  const most = Math.max(...rows.map(({ cells }) => cells.length), 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className={css.scroll} tabIndex={0} aria-label={caption}>
      <table ref={stop.ref} className={cx(css.map, shades === 'risk' && css.risk)} {...stop.props}>
        <caption className="visually-hidden">{caption}</caption>
        {heads && (
          <thead>
            <tr>
              <td />
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ id, head, cells }) => (
            <tr key={id}>
              <th scope="row">{head}</th>
              {Array.from({ length: most }, (_, at) => (
                <td key={at}>{cells[at] && <Cell {...cells[at]} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ label, figure, detail, level, onPress, isChosen = false, said }: HeatCell) {
  const className = cx(css.cell, css[`level-${level}`], isChosen && css.chosen);
  const inside = (
    <>
      <span className={css.label}>{label}</span>
      <span className={css.value}>{figure}</span>
      {detail !== undefined && <span className={css.label}>{detail}</span>}
      {said !== undefined && <span className="visually-hidden">{said}</span>}
    </>
  );
  if (!onPress) return <div className={className}>{inside}</div>;
  return (
    <Button className={className} onPress={onPress}>
      {inside}
    </Button>
  );
}

/** The shades with the distances they stand for. */
export function HeatLegend({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  return (
    <ul className={css.legend} aria-label={title}>
      <li>{title}</li>
      {words.map((word, index) => (
        <li key={word}>
          <span className={cx(css.swatch, css[`level-${index + 1}`])} />
          {word}
        </li>
      ))}
    </ul>
  );
}
