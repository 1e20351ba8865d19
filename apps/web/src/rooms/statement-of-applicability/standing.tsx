import { To, useAddress, useFormat, useWords } from '../../app/index.ts';
import { Button, LinkButton, Note, Stack, StateWord, Toolbar } from '../../ui/index.ts';
import { CheckGroups } from './checks/check-groups.tsx';
import type { Counts, Line, Statement } from './statement/line.ts';
import { useVersions } from './statement/use-statement.ts';
import css from './statement-room.module.css';

interface StandingProps {
  readonly view: Statement;
  readonly lines: readonly Line[];
  readonly counts: Counts;
}

/** The statement in one line of figures, and what the checks say of it as a whole. */
export function Standing({ view, lines, counts }: StandingProps) {
  const say = useWords('statement');
  const format = useFormat();
  const { yes, partly, no } = counts.inPlace;
  return (
    <Stack gap="s">
      <p className={css.counts}>
        <span>{say('rows', { count: counts.rows, number: format.number(counts.rows) })}</span>
        <span>{say('necessary', { count: counts.yes })}</span>
        <span>{say('excluded', { count: counts.no })}</span>
        {counts.undecided > 0 && <span>{say('undecided', { count: counts.undecided })}</span>}
        <StateWord mark="met" tone="ok">
          {say('in-place', { count: yes })}
        </StateWord>
        <StateWord mark="partly" tone="part">
          {say('partly', { count: partly })}
        </StateWord>
        <StateWord mark="gap" tone="gap">
          {say('not-yet', { count: no })}
        </StateWord>
        {counts.own > 0 && <span>{say('beside', { count: counts.own })}</span>}
      </p>
      <Toolbar label={say('findings-deeds')} isUpright>
        <Checks view={view} />
        <CheckGroups view={view} lines={lines} />
      </Toolbar>
    </Stack>
  );
}

function Checks({ view }: { readonly view: Statement }) {
  const say = useWords('statement');
  const { last, next } = useVersions(view.scope.id);
  const { E, W, hidden } = view.checked;
  const { asProposed = 0, awaiting } = view;
  const never = next === undefined ? '' : say('never-published');
  const since = last?.drift
    ? say('since-version', { count: last.drift.changes, version: last.version })
    : never;
  const tone = E > 0 ? 'gap' : W > 0 ? 'part' : 'ok';
  return (
    <Note
      tone={tone}
      live
      title={E > 0 ? say('errors', { count: E }) : say('no-errors')}
      actions={E + W > 0 || awaiting ? <CheckDeeds view={view} /> : undefined}
    >
      {E > 0 && `${say('errors-say', { count: E })} `}
      {W > 0 && `${say('warnings', { count: W })} `}
      {hidden > 0 && `${say('hidden-findings', { count: hidden })} `}
      {awaiting && `${say('awaiting', { count: awaiting.controls, rows: awaiting.rows })} `}
      {asProposed > 0 && `${say('as-proposed', { count: asProposed })} `}
      {since}
      {view.checked.notRun.length > 0 && (
        <details className={css.notRun}>
          <summary>{say('not-held', { count: view.checked.notRun.length })}</summary>
          <ul>
            {view.checked.notRun.map(({ id, message }) => (
              <li key={id}>{say('labelled', { label: id, said: message })}</li>
            ))}
          </ul>
        </details>
      )}
    </Note>
  );
}

/** The ways to what is open: what the checks found, and what awaits confirmation. */
function CheckDeeds({ view: { checked, awaiting } }: { readonly view: Statement }) {
  const say = useWords('statement');
  const [, change] = useAddress();
  const show = (checks: string) => change({ theme: 'findings', checks });
  return (
    <>
      {checked.E > 0 && (
        <Button size="s" onPress={() => show('E')}>
          {say('show-errors')}
        </Button>
      )}
      {checked.W > 0 && (
        <Button size="s" onPress={() => show('W')}>
          {say('show-warnings')}
        </Button>
      )}
      {awaiting && (
        <LinkButton size="s" render={(dress) => <To room="guide" search={{ do: 'claims' }} {...dress} />}>
          {say('awaiting-deed')}
        </LinkButton>
      )}
    </>
  );
}
