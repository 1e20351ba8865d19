import { useWords } from '../../../app/index.ts';
import type { Finding, Line } from '../statement/line.ts';
import css from './checks.module.css';

interface ShortMarksProps {
  readonly line: Line;
  readonly findings: readonly Finding[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** In few words what the checks that are said once above say of this row, too; pressed, it is said in full. */
export function ShortMarks({ line, findings, isOpen, onToggle }: ShortMarksProps) {
  const say = useWords('statement');
  if (findings.length === 0) return null;
  const ids = [...new Set(findings.map(({ id }) => id))];
  const words = ids.map((id) => say(`short.${id}`)).join(', ');
  return (
    <button
      type="button"
      className={css.short}
      aria-expanded={isOpen}
      aria-label={say('labelled', { label: line.key, said: words })}
      onClick={onToggle}
    >
      {words}
    </button>
  );
}
