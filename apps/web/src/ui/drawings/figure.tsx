import { type ReactNode, useId, useState } from 'react';
import { useSay } from '../say.ts';
import css from './drawings.module.css';

interface FigureProps {
  /** One sentence that says what the drawing shows. */
  readonly label: string;
  /** The drawing. */
  readonly children: ReactNode;
  /** The same as a table: a SimpleTable. */
  readonly table: ReactNode;
  readonly legend?: ReactNode;
}

/** A drawing: heard as one sentence, and as a table for whoever wants the figures. */
export function Figure({ label, children, table, legend }: FigureProps) {
  const { say } = useSay();
  const [isTable, setTable] = useState(false);
  const shown = useId();
  return (
    <figure className={css.figure}>
      <div id={shown}>
        {isTable ? (
          table
        ) : (
          <div role="img" aria-label={label}>
            {children}
          </div>
        )}
      </div>
      <div className={css.under}>
        {!isTable && legend}
        <button
          type="button"
          className={css.asTable}
          aria-expanded={isTable}
          aria-controls={shown}
          onClick={() => setTable(!isTable)}
        >
          {say(isTable ? 'show-drawing' : 'show-table')}
        </button>
      </div>
    </figure>
  );
}
