import { useAddress, useExpected, useReadOnly, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import { DisclosureSection, Facts, Id, SidePanel, Stack } from '../../../ui/index.ts';
import { figureOf } from '../map/heat.ts';
import { useFigureWords } from '../map/use-figure-words.ts';
import type { CsfView, Group } from '../profile/view.ts';
import { Inclusion } from './inclusion.tsx';
import { OutcomeSheet } from './outcome-sheet.tsx';
import css from './panel.module.css';

/** The outcomes of the category that the address names, each to be said of in place. */
export function CategoryPanel({ view }: { readonly view: CsfView }) {
  const [{ category, outcome }, change] = useAddress();
  const named = category ?? view.rows.find(({ id }) => id === outcome)?.category;
  const categories = view.groups.filter(({ level }) => level === 'category');
  const group = categories.find(({ id }) => id === named);
  useExpected({
    category: { ids: categories.map(({ id }) => id) },
    outcome: { ids: view.rows.map(({ id }) => id) },
  });
  return (
    <SidePanel
      isOpen={group !== undefined}
      onClose={() => change({ category: undefined, outcome: undefined })}
      label={group?.title ?? ''}
      head={<Id>{group?.id}</Id>}
    >
      {group && <Inside key={group.id} view={view} group={group} />}
    </SidePanel>
  );
}

function Inside({ view, group }: { readonly view: CsfView; readonly group: Group }) {
  const say = useWords('csf-profile');
  const [{ outcome: open }, change] = useAddress();
  const rows = view.rows.filter(({ category }) => category === group.id);
  const readOnly = useReadOnly('profiles.write');
  const reason = view.profile?.retiredOn ? say('retired-reads-only') : readOnly;
  return (
    <Stack>
      <h2>{group.title}</h2>
      <Standing view={view} group={group} />
      {view.profile && <Inclusion node={group} profile={view.profile.id} reason={reason} />}
      <div>
        {rows.map((row) => (
          <DisclosureSection
            key={row.id}
            title={`${row.id} ${row.title}`}
            meta={<StateMark mark={row.mark} word={row.word} wraps />}
            isOpen={row.id === open}
            onOpenChange={(isOpen) =>
              change({ category: group.id, outcome: isOpen ? row.id : undefined }, { replace: true })
            }
          >
            {row.id === open && <OutcomeSheet view={view} row={row} reason={reason} />}
          </DisclosureSection>
        ))}
      </div>
    </Stack>
  );
}

function Standing({ view, group }: { readonly view: CsfView; readonly group: Group }) {
  const say = useWords('csf-profile');
  const results = useFigureWords('results');
  const scores = useFigureWords('scores');
  const rows = view.rows.filter(({ category }) => category === group.id);
  return (
    <>
      <p className={css.standing}>{results.sentence(figureOf(rows, 'results'))}</p>
      {view.scale && (
        <Facts
          facts={[{ term: say('scores'), children: scores.sentence(figureOf(rows, 'scores', view.scale)) }]}
        />
      )}
    </>
  );
}
