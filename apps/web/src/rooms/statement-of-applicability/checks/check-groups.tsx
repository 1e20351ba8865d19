import { useState } from 'react';
import { useAddress, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, StateWord } from '../../../ui/index.ts';
import { BulkDialog } from '../deeds/bulk-dialog.tsx';
import { PlanDialog } from '../deeds/plan-dialog.tsx';
import type { Line, Statement } from '../statement/line.ts';
import css from './checks.module.css';
import { type CheckGroup, groupsOf, type Together, togetherOf } from './groups.ts';

interface CheckGroupsProps {
  readonly view: Statement;
  readonly lines: readonly Line[];
}

/** What the checks say, once for all rows they say it of: the way to those rows, and what settles it for all. */
export function CheckGroups({ view, lines }: CheckGroupsProps) {
  const say = useWords('statement');
  const groups = groupsOf(lines);
  if (groups.length === 0) return null;
  return (
    <ul className={css.groups} aria-label={say('by-check')}>
      {groups.map((group) => (
        <li key={group.id} className={css.group}>
          <Said group={group} />
          <span className={css.deeds}>
            <See group={group} />
            <ForAll view={view} group={group} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Said({ group: { id, severity, lines } }: { readonly group: CheckGroup }) {
  const say = useWords('statement');
  const isError = severity === 'E';
  return (
    <StateWord mark={isError ? 'error' : 'warning'} tone={isError ? 'gap' : 'part'} wraps>
      {say(`many.${id}`, { count: lines.length })}
    </StateWord>
  );
}

function See({ group: { id, lines } }: { readonly group: CheckGroup }) {
  const say = useWords('statement');
  const [{ checks }, change] = useAddress();
  const isShown = checks === id;
  const label = say(isShown ? 'see-all-rows' : 'see-rows', { count: lines.length });
  return (
    <Button
      size="s"
      kind="quiet"
      aria-label={say('labelled', { label, said: id })}
      onPress={() =>
        change({ theme: isShown ? undefined : 'findings', checks: isShown ? undefined : id, row: undefined })
      }
    >
      {label}
    </Button>
  );
}

function ForAll({ view, group }: { readonly view: Statement; readonly group: CheckGroup }) {
  const [{ do: asked }, change] = useAddress();
  const [isOpen, setOpen] = useState(false);
  const found = togetherOf(group);
  const say = useWords('statement');
  const reasons = { decide: useReadOnly('applicability.decide'), plan: useReadOnly('actions.write') };
  if (!found) return null;
  const reason = reasons[found.deed];
  const close = () => {
    setOpen(false);
    if (asked === group.id) change({ do: undefined }, { replace: true });
  };
  return (
    <>
      <Button size="s" onPress={() => setOpen(true)} reason={reason} reasonAs="tooltip">
        {say(`together.${found.deed}`, { count: found.lines.length })}
      </Button>
      {(isOpen || (asked === group.id && reason === undefined)) && (
        <Deed deed={found.deed} {...{ view, lines: found.lines, close }} />
      )}
    </>
  );
}

interface DeedProps extends CheckGroupsProps {
  readonly deed: Together;
  readonly close: () => void;
}

function Deed({ deed, view, lines, close }: DeedProps) {
  if (deed === 'plan') return <PlanDialog lines={lines} onClose={close} />;
  return <BulkDialog view={view} lines={lines} onClose={close} onDone={close} />;
}
