import { useMemo, useState } from 'react';
import { useAddress, useWords } from '../../../app/index.ts';
import { Button, EmptyState, StateWord, useOneStop } from '../../../ui/index.ts';
import { groupsOf, saidOnce } from '../checks/groups.ts';
import { AddAction } from '../deeds/add-action.tsx';
import { BulkBar } from '../deeds/bulk-bar.tsx';
import { OwnControl } from '../deeds/own-control.tsx';
import type { Line, Statement } from '../statement/line.ts';
import { groupLines } from '../statement/wanted.ts';
import css from './rows.module.css';
import { StatementLine } from './statement-line.tsx';

interface StatementListProps {
  readonly view: Statement;
  readonly lines: readonly Line[];
  readonly shown: readonly Line[];
}

/** The lines by theme: one stop of Tab, arrows and ids lead between them, Enter opens the decision under its own row. */
export function StatementList({ view, lines, shown }: StatementListProps) {
  const say = useWords('statement');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState<Line>();
  const stop = useOneStop();
  const mends = useMends(stop.ref, setAdding);
  const once = useMemo(() => saidOnce(groupsOf(lines)), [lines]);
  const ofAnnexA = lines.filter(({ key, isOwn }) => chosen.has(key) && !isOwn);
  if (shown.length === 0) return <NoMatch all={lines.length} />;
  return (
    <>
      <BulkBar view={view} lines={ofAnnexA} onDone={() => setChosen(new Set())} />
      <table ref={stop.ref} className={css.table} {...stop.props}>
        <caption className="visually-hidden">{say('caption', { count: shown.length })}</caption>
        <Head />
        {groupLines(shown).map(({ theme, title, lines: of }) => (
          <tbody key={theme}>
            <tr className={css.group}>
              <th colSpan={7} scope="rowgroup">
                {theme === 'own' ? say('own-title') : `${theme} ${title}`} <small>{of.length}</small>
              </th>
            </tr>
            {of.map((line) => (
              <StatementLine
                key={line.key}
                view={view}
                line={line}
                saidOnce={once}
                isChosen={chosen.has(line.key)}
                onChoose={(is) => setChosen((before) => withKey(before, line.key, is))}
                {...mends}
              />
            ))}
          </tbody>
        ))}
      </table>
      <Loose view={view} lines={lines} />
      <OwnControl view={view} />
      {adding && <AddAction line={adding} onClose={() => setAdding(undefined)} />}
    </>
  );
}

/** Which line is open stands in the address; one that is opened as necessary says so already. */
function useMends(table: { readonly current: HTMLTableElement | null }, onAddAction: (line: Line) => void) {
  const [{ row }, change] = useAddress();
  const [included, setIncluded] = useState<string>();
  const onEdit = (line: Line, include = false) => {
    setIncluded(include ? line.key : undefined);
    change({ row: line.key }, { replace: true });
  };
  const onClose = () => {
    change({ row: undefined }, { replace: true });
    const opener = table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row ?? '')}"]`);
    opener?.focus();
  };
  return { open: row, included, onEdit, onClose, onAddAction };
}

function Head() {
  const say = useWords('statement');
  return (
    <thead>
      <tr>
        <th scope="col" className={css.headPick}>
          <span className="visually-hidden">{say('choose')}</span>
        </th>
        <th scope="col" className={css.headKey}>
          {say('id')}
        </th>
        <th scope="col" className={css.headControl}>
          {say('control')}
        </th>
        <th scope="col" className={css.headAnswer}>
          {say('is-necessary')}
        </th>
        <th scope="col">{say('why')}</th>
        <th scope="col" className={css.headPlace}>
          {say('is-in-place')}
        </th>
        <th scope="col" className={css.headSign}>
          <span className="visually-hidden">{say('findings')}</span>
        </th>
      </tr>
    </thead>
  );
}

function withKey(before: ReadonlySet<string>, key: string, is: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (is) after.add(key);
  else after.delete(key);
  return after;
}

function NoMatch({ all }: { readonly all: number }) {
  const say = useWords('statement');
  const [, change] = useAddress();
  const clear = () =>
    change({ theme: undefined, applicable: undefined, state: undefined, checks: undefined, q: undefined });
  return (
    <EmptyState
      title={say('no-match')}
      actions={<Button onPress={clear}>{say('show-all', { count: all })}</Button>}
    >
      {say('no-match-say')}
    </EmptyState>
  );
}

/** What is said of controls that stand in no line, as our own that are not necessary. */
function Loose({ view, lines }: Pick<StatementListProps, 'view' | 'lines'>) {
  const say = useWords('statement');
  const known = new Set(lines.map(({ key }) => key));
  const loose = view.checks.filter(({ row }) => !known.has(row));
  if (loose.length === 0) return null;
  return (
    <ul aria-label={say('elsewhere')} className={css.loose}>
      {loose.map(({ id, row, severity, message }) => (
        <li key={`${id} ${row}`}>
          <StateWord
            mark={severity === 'E' ? 'error' : 'warning'}
            tone={severity === 'E' ? 'gap' : 'part'}
            wraps
          >
            {id} {message}
          </StateWord>
        </li>
      ))}
    </ul>
  );
}
