import { Bar } from '@visx/shape';
import { useId } from 'react';
import { drawnId, Hatch } from '../intervals/hatch.tsx';
import { StateWord, type Tone } from '../marks/mark.tsx';
import type { MarkName } from '../marks/shapes.tsx';
import { useSay } from '../say.ts';
import css from './drawings.module.css';
import { stack } from './scale.ts';

export interface StackPart {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Solid counts, light counts still, hatched is not proven, dashed is not there. */
  readonly fill: 'solid' | 'light' | 'hatch' | 'dashed';
  readonly mark?: MarkName | undefined;
  readonly tone?: Tone | undefined;
}

interface StackedBarProps {
  /** Begins the sentence: "Evidence". */
  readonly label: string;
  readonly parts: readonly StackPart[];
  /** Writes each part with its figure under the bar. */
  readonly legend?: boolean | undefined;
}

/** A whole and what it is made of. */
export function StackedBar({ label, parts, legend = true }: StackedBarProps) {
  const { say, language } = useSay();
  const hatch = drawnId(useId());
  const figure = new Intl.NumberFormat(language);
  const said = parts.map((part) => `${part.label} ${figure.format(part.count)}`).join(', ');
  return (
    <div>
      <svg
        width="100%"
        height="12"
        className={css.stack}
        role="img"
        aria-label={say('labelled', { label, said })}
      >
        <Hatch id={hatch} />
        {stack(parts).map(({ part, from, size }) => (
          <svg key={part.id} x={`${from}%`} width={`${size}%`} height="12" aria-hidden="true">
            {part.fill === 'hatch' && <Bar className={css.whole} height={12} fill={`url(#${hatch})`} />}
            <Bar className={css[part.fill]} height={12} />
          </svg>
        ))}
      </svg>
      {legend && (
        <dl className={css.parts}>
          {parts.map((part) => (
            <div key={part.id}>
              <dt>
                {part.mark ? (
                  <StateWord mark={part.mark} tone={part.tone ?? 'ink'}>
                    {part.label}
                  </StateWord>
                ) : (
                  part.label
                )}
              </dt>
              <dd>{figure.format(part.count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
