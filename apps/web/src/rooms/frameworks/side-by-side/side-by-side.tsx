import { To, useAddress, useAnswer, useExpected, useWords } from '../../../app/index.ts';
import { EmptyState, LinkButton, Section, SelectField, Stack, TextLink } from '../../../ui/index.ts';
import { type CrosswalkRow, type FrameworkRow, inTwo } from '../catalogue/catalogue.ts';
import css from '../frameworks.module.css';
import { PairedTable } from './paired-table.tsx';

/** Two frameworks that we answer to, how each requirement stands in both, and the links that a crosswalk draws. */
export function SideBySide() {
  const say = useWords('frameworks');
  const [{ from, to, crosswalk }, change] = useAddress();
  const { rows, crosswalks } = useAnswer('catalogue list');
  const { adopted } = inTwo(rows);
  useSides(adopted);
  const left = adopted.find(({ id }) => id === from) ?? adopted[0];
  const right =
    adopted.find(({ id }) => id === to && id !== left?.id) ?? adopted.find(({ id }) => id !== left?.id);
  if (!left || !right) return <TooFew />;
  const between = crosswalks.filter((each) => joins(each, left.id, right.id));
  const chosen = between.find(({ id }) => id === crosswalk) ?? between[0];
  const options = adopted.map(({ id, title }) => ({ id, label: title }));
  return (
    <Stack gap="l">
      <div className={css.filters}>
        <SelectField
          label={say('left')}
          value={left.id}
          onChange={(id) =>
            change({ from: id, to: id === right.id ? left.id : right.id, crosswalk: undefined })
          }
          options={options}
        />
        <SelectField
          label={say('right')}
          value={right.id}
          onChange={(id) =>
            change({ from: id === left.id ? right.id : left.id, to: id, crosswalk: undefined })
          }
          options={options}
        />
        {between.length > 0 && (
          <SelectField
            label={say('crosswalk')}
            value={chosen?.id}
            onChange={(id) => change({ crosswalk: id }, { replace: true })}
            options={between.map(({ id, title, developer, date }) => ({
              id,
              label: title,
              description: `${developer}, ${date}`,
            }))}
          />
        )}
      </div>
      {chosen ? (
        <Section
          title={`${left.title} – ${right.title}`}
          meta={say('hints-only')}
          link={
            <TextLink
              render={(dress) => (
                <To room="frameworks" search={{ tab: 'crosswalks', crosswalk: chosen.id }} {...dress} />
              )}
            >
              {say('measured')}
            </TextLink>
          }
        >
          <PairedTable key={chosen.id} crosswalk={chosen} left={left} right={right} />
        </Section>
      ) : (
        <EmptyState title={say('no-crosswalk')} level={2}>
          {say('no-crosswalk-say')}
        </EmptyState>
      )}
    </Stack>
  );
}

function useSides(adopted: readonly FrameworkRow[]): void {
  const ids = adopted.map(({ id }) => id);
  useExpected({ from: { ids }, to: { ids } });
}

function joins({ from, to }: CrosswalkRow, one: string, other: string): boolean {
  return (from === one && to === other) || (from === other && to === one);
}

function TooFew() {
  const say = useWords('frameworks');
  return (
    <EmptyState
      title={say('too-few')}
      actions={
        <LinkButton render={(dress) => <To room="frameworks" {...dress} />}>{say('to-list')}</LinkButton>
      }
    >
      {say('too-few-say')}
    </EmptyState>
  );
}
