import { useAddress, useFormat, useWords } from '../../app/index.ts';
import { Button, Note, Stack, StateWord } from '../../ui/index.ts';
import type { Counts, Statement } from './statement/line.ts';
import { useVersions } from './statement/use-statement.ts';
import css from './statement-room.module.css';

/** The statement in one line of figures, and what the checks say of it as a whole. */
export function Standing({ view, counts }: { readonly view: Statement; readonly counts: Counts }) {
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
      </p>
      <Checks view={view} />
    </Stack>
  );
}

function Checks({ view }: { readonly view: Statement }) {
  const say = useWords('statement');
  const [, change] = useAddress();
  const { last } = useVersions(view.scope.id);
  const { E, W, hidden } = view.checked;
  const since = last?.drift
    ? say('since-version', { count: last.drift.changes, version: last.version })
    : say('never-published');
  const tone = E > 0 ? 'gap' : W > 0 ? 'part' : 'ok';
  const show = (checks: string | undefined) => change({ theme: 'findings', checks });
  const actions = E + W > 0 && (
    <>
      {E > 0 && (
        <Button size="s" onPress={() => show('E')}>
          {say('show-errors')}
        </Button>
      )}
      {W > 0 && (
        <Button size="s" onPress={() => show('W')}>
          {say('show-warnings')}
        </Button>
      )}
    </>
  );
  return (
    <Note
      tone={tone}
      live
      title={E > 0 ? say('errors', { count: E }) : say('no-errors')}
      actions={actions || undefined}
    >
      {W > 0 && `${say('warnings', { count: W })} `}
      {hidden > 0 && `${say('hidden-findings', { count: hidden })} `}
      {since}
      {view.checked.notRun.length > 0 && (
        <details className={css.notRun}>
          <summary>{say('not-held', { count: view.checked.notRun.length })}</summary>
          <ul>
            {view.checked.notRun.map(({ id, message }) => (
              <li key={id}>
                {id}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Note>
  );
}
