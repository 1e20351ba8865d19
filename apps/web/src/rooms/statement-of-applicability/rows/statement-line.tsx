import { type ReactNode, useState } from 'react';
import { useReadOnly, useWords } from '../../../app/index.ts';
import { CheckboxField, cx, Mark, opensRow, ownKeys, StateWord, Tag, underRow } from '../../../ui/index.ts';
import { ShortMarks } from '../checks/short-marks.tsx';
import { DecisionEditor } from '../edit/decision-editor.tsx';
import type { Line, Statement } from '../statement/line.ts';
import { FindingNote, type Mends } from './finding-note.tsx';
import css from './rows.module.css';

interface StatementLineProps extends Mends {
  readonly view: Statement;
  readonly line: Line;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  /** Key of the line that is open, and of the one that is opened as necessary. */
  readonly open: string | undefined;
  readonly included: string | undefined;
  readonly onClose: () => void;
  /** Ids of the checks that are said once above the rows. */
  readonly saidOnce: ReadonlySet<string>;
}

/**
 * A line, under it what the checks say, and the decision while it is edited. What a check says of many rows stands above
 * them all: here it has a short mark, and is said in full once that is pressed, or the row is open.
 */
export function StatementLine(props: StatementLineProps) {
  const { view, line, open, included, onEdit, onClose, onAddAction, saidOnce } = props;
  const isOpen = open === line.key;
  const [isTold, setTold] = useState(false);
  const short = line.findings.filter(({ id }) => saidOnce.has(id));
  const isInFull = isTold || isOpen;
  const full = line.findings.filter(({ id }) => isInFull || !saidOnce.has(id));
  return (
    <>
      <Cells {...props} isOpen={isOpen}>
        <ShortMarks line={line} findings={short} isOpen={isInFull} onToggle={() => setTold((was) => !was)} />
      </Cells>
      {full.map((finding) => (
        <tr key={`${finding.id} ${finding.message}`} className={css.under} {...underRow}>
          <td colSpan={7}>
            <FindingNote finding={finding} line={line} onEdit={onEdit} onAddAction={onAddAction} />
          </td>
        </tr>
      ))}
      {isOpen && (
        <tr className={css.under} {...underRow}>
          <td colSpan={7} {...ownKeys}>
            <DecisionEditor
              key={`${line.key} ${included === line.key}`}
              line={line}
              scope={view.scope.id}
              include={included === line.key}
              onClose={onClose}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function Cells({
  line,
  isOpen,
  isChosen,
  onChoose,
  onEdit,
  onClose,
  children,
}: StatementLineProps & { readonly isOpen: boolean; readonly children: ReactNode }) {
  const say = useWords('statement');
  const readOnly = useReadOnly('applicability.decide');
  const { key, title, answer, findings, isOwn } = line;
  const worst = findings[0]?.severity;
  return (
    <tr className={cx(css.line, isOpen && css.open)}>
      <td className={css.pick}>
        {!isOwn && readOnly === undefined && (
          <CheckboxField
            label={say('choose-row', { row: key })}
            hideLabel
            isSelected={isChosen}
            onChange={onChoose}
          />
        )}
      </td>
      <td className={css.key}>{key}</td>
      <th scope="row" className={css.title}>
        <button
          type="button"
          {...opensRow(key)}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? onClose() : onEdit(line))}
        >
          {title}
        </button>
        {children}
      </th>
      <td className={cx(css.answer, answer !== 'yes' && css.strong)}>{say(`answer-${answer}`)}</td>
      <td className={css.why}>
        <Why line={line} />
      </td>
      <td className={css.place}>
        <InPlace line={line} />
      </td>
      <td className={css.sign}>
        {worst && (
          <Mark
            name={worst === 'E' ? 'error' : 'warning'}
            tone={worst === 'E' ? 'gap' : 'part'}
            label={say('finding-count', { count: findings.length })}
          />
        )}
      </td>
    </tr>
  );
}

function Why({ line }: { readonly line: Line }) {
  const say = useWords('statement');
  if (line.answer === 'no') return <span className={cx(css.said, 'one-line')}>{line.exclusionReason}</span>;
  return (
    <span className={css.tags}>
      {[...new Set(line.reasons.map(({ kind }) => kind))].map((kind) => (
        <Tag key={kind}>{say(`reason-${kind}`)}</Tag>
      ))}
      <span className={cx(css.said, 'one-line')}>{line.reasons.map(({ text }) => text).join(' ')}</span>
    </span>
  );
}

const looks = {
  yes: { mark: 'met', tone: 'ok' },
  partly: { mark: 'partly', tone: 'part' },
  no: { mark: 'gap', tone: 'gap' },
} as const;

function InPlace({ line: { answer, implemented } }: { readonly line: Line }) {
  const say = useWords('statement');
  if (answer === 'no') {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{say('not-asked')}</span>
      </>
    );
  }
  return <StateWord {...looks[implemented]}>{say(`implemented-${implemented}`)}</StateWord>;
}
