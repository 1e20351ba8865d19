import { useMemo } from 'react';
import { useFormat, useLanguage, useWords } from '../../../app/index.ts';
import { writeRange } from '../../../ui/index.ts';
import type { HeatFigure, Reading } from './heat.ts';

/** Figures of the map in words. */
export interface FigureWords {
  /** A figure, or a dash where there is none. */
  readonly write: (value: number | undefined) => string;
  /** Beside the figure: what it is of. */
  readonly detail: (figure: HeatFigure) => string;
  /** The whole, to be read aloud. */
  readonly sentence: (figure: HeatFigure) => string;
  readonly metOf: (numbers: {
    readonly n: number;
    readonly met: number;
    readonly possible: number;
  }) => string;
}

export function useFigureWords(by: Reading): FigureWords {
  const say = useWords('csf-profile');
  const language = useLanguage();
  const { number } = useFormat();
  return useMemo(() => {
    const oneDecimal = new Intl.NumberFormat(language, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    const write = (value: number | undefined) => {
      if (value === undefined) return '–';
      return by === 'scores' ? oneDecimal.format(value) : number(value);
    };
    const range = (met: number, possible: number) => writeRange(met, Math.max(met, possible), language);
    const metOf: FigureWords['metOf'] = ({ n, met, possible }) =>
      say('met-of', { range: range(met, possible), of: n });
    const results = ({ of, met, possible }: HeatFigure) => metOf({ n: of, met, possible });
    const scores = ({ scored, of, lowest }: HeatFigure) =>
      say(lowest === undefined ? 'not-scored-short' : 'scored-short', { scored, of, lowest: write(lowest) });
    const scoresLong = ({ scored, of, lowest }: HeatFigure) =>
      lowest === undefined
        ? say('not-scored', { of })
        : say('scored-of', { scored, of, lowest: number(lowest) });
    const resultsLong = ({ of, met, possible }: HeatFigure) =>
      say('said-met-of', { range: range(met, possible), of });
    const detail = by === 'scores' ? scores : results;
    const told = by === 'scores' ? scoresLong : resultsLong;
    const sentence = (figure: HeatFigure) => {
      const { current, target } = figure;
      const said =
        target === undefined && by === 'results'
          ? say('said-no-target')
          : say(`said-${by}`, { current: write(current), target: write(target) });
      return `${said} ${told(figure)}.`;
    };
    return { write, detail, sentence, metOf };
  }, [by, say, language, number]);
}
