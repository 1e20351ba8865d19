import { useAddress, useExpected, useWords } from '../../app/index.ts';
import { SearchField, SelectField, ToggleGroup, useWide } from '../../ui/index.ts';
import { checkIds } from './checks/groups.ts';
import type { Line } from './statement/line.ts';
import { groupLines, wantedLines } from './statement/wanted.ts';
import css from './statement-room.module.css';

interface FiltersProps {
  readonly lines: readonly Line[];
  /** How many are shown. */
  readonly shown: number;
}

const all = 'all';

/** Which lines are wanted; everything of it stands in the address. */
export function Filters({ lines, shown }: FiltersProps) {
  const say = useWords('statement');
  const [address, change] = useAddress();
  useExpected({
    theme: { ids: [all, 'findings', ...groupLines(lines).map(({ theme }) => theme)] },
    applicable: { ids: ['yes', 'no', 'undecided'] },
    state: { ids: ['yes', 'partly', 'no'] },
    checks: { ids: ['E', 'W', ...checkIds] },
    row: { ids: lines.map(({ key }) => key) },
  });
  const wanted = [address.theme, address.applicable, address.state, address.checks, address.q].some(Boolean);
  return (
    <search className={css.filters} aria-label={say('filter')}>
      <Themes lines={lines} />
      <div className={css.filterRow}>
        <SearchField
          label={say('search')}
          value={address.q ?? ''}
          onChange={(q) => change({ q }, { replace: true })}
        />
        <Choices />
      </div>
      <p className={css.shown} role="status">
        {wanted ? say('shown', { count: shown, all: lines.length }) : ''}
      </p>
    </search>
  );
}

/** The themes with their counts; on a phone as a list to choose from. */
function Themes({ lines }: Pick<FiltersProps, 'lines'>) {
  const say = useWords('statement');
  const [{ theme, checks }, change] = useAddress();
  const isWide = useWide(700);
  const findings = wantedLines(lines, { theme: 'findings', checks }).length;
  const options = [
    { value: all, label: `${say('all')} ${lines.length}` },
    { value: 'findings', label: `${say('findings')} ${findings}` },
    ...groupLines(lines).map(({ theme: value, lines: of }) => ({
      value,
      label: `${value === 'own' ? say('own') : value} ${of.length}`,
    })),
  ];
  const choose = (value: string = all) => change({ theme: value === all ? undefined : value });
  const about = { label: say('theme'), hideLabel: true, value: theme ?? all, onChange: choose };
  if (isWide) return <ToggleGroup {...about} options={options} />;
  return <SelectField {...about} options={options.map(({ value, label }) => ({ id: value, label }))} />;
}

function Choices() {
  const say = useWords('statement');
  const [{ applicable, state, checks }, change] = useAddress();
  const options = (ids: readonly string[], prefix: string) =>
    ids.map((id) => ({ id, label: say(`${prefix}-${id}`) }));
  const one = checks === 'E' || checks === 'W' ? undefined : checks;
  return (
    <>
      <SelectField
        label={say('applicable')}
        hideLabel
        none={say('applicable-any')}
        options={options(['yes', 'no', 'undecided'], 'answer')}
        value={applicable}
        onChange={(id) => change({ applicable: id })}
      />
      <SelectField
        label={say('state')}
        hideLabel
        none={say('state-any')}
        options={options(['yes', 'partly', 'no'], 'implemented')}
        value={state}
        onChange={(id) => change({ state: id })}
      />
      <SelectField
        label={say('checks')}
        hideLabel
        none={say('checks-any')}
        options={[
          ...options(['E', 'W'], 'severity'),
          // A check is chosen where it is told of; here it can be read and let go.
          ...(one === undefined ? [] : [{ id: one, label: say('checks-one', { check: one }) }]),
        ]}
        value={checks}
        onChange={(id) => change({ checks: id })}
      />
    </>
  );
}
