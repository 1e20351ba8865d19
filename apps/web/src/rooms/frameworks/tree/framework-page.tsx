import type { AnswerOf } from '@concord/operations/client';
import { To, useAddress, useAnswer, useExpected, useLateAnswer, useWords } from '../../../app/index.ts';
import { requirementLooks, stateOf } from '../../../states/index.ts';
import {
  Button,
  DisclosureSection,
  EmptyState,
  Facts,
  IntervalFigure,
  intervalOf,
  LinkButton,
  Note,
  Page,
  Section,
  Stack,
} from '../../../ui/index.ts';
import { adoptionOf } from '../catalogue/catalogue.ts';
import css from '../frameworks.module.css';
import { askedOf, treeOf } from './branches.ts';
import { RequirementTree } from './requirement-tree.tsx';
import { type Filter, fitsFilter, TreeFilters } from './tree-filters.tsx';

export type Edition = Extract<AnswerOf<'catalogue show'>, { rows: unknown; levels: unknown }>;
export type Coverage = AnswerOf<'view coverage'>;

/** One framework: how each part of it stands, and where it comes from. */
export function FrameworkPage({ framework }: { readonly framework: string }) {
  const say = useWords('frameworks');
  const { rows } = useAnswer('catalogue list');
  const edition = useAnswer('catalogue show', { edition: framework }) as Edition;
  const row = rows.find(({ hash }) => hash === edition.hash);
  const isAdopted = row !== undefined && adoptionOf(row) !== undefined;
  const coverage = useLateAnswer('view coverage', { framework: edition.id }, { enabled: isAdopted }).data;
  return (
    <Page
      title={edition.title}
      meta={edition.edition}
      lead={
        isAdopted
          ? coverage && <Lead coverage={coverage} />
          : say('not-adopted-lead', { count: edition.assessable })
      }
      actions={
        <>
          <LinkButton kind="quiet" mark="left" render={(dress) => <To room="frameworks" {...dress} />}>
            {say('all')}
          </LinkButton>
          {isAdopted && (
            <LinkButton
              render={(dress) => (
                <To room="frameworks" search={{ tab: 'side-by-side', from: edition.id }} {...dress} />
              )}
            >
              {say('beside-another')}
            </LinkButton>
          )}
        </>
      }
    >
      <Stack gap="l">
        {!isAdopted && <Note tone="info">{say('not-adopted-say')}</Note>}
        <Requirements edition={edition} coverage={coverage} />
        <DisclosureSection title={say('sources')} level={2}>
          <Facts facts={sourcesOf(edition, say)} />
        </DisclosureSection>
      </Stack>
    </Page>
  );
}

function sourcesOf({ publisher, source, licence, sourceNote }: Edition, say: (key: string) => string) {
  return [
    { term: say('publisher'), children: publisher },
    { term: say('source'), children: source },
    { term: say('licence'), children: licence },
    ...(sourceNote ? [{ term: say('note'), children: sourceNote }] : []),
  ];
}

function Lead({ coverage: { numbers } }: { readonly coverage: Coverage }) {
  const say = useWords('frameworks');
  return (
    <>
      <IntervalFigure interval={intervalOf(numbers)} unit={say('of-requirements', { count: numbers.n })} />{' '}
      {say('standing', {
        unclaimed: numbers.unclaimed,
        unknown: numbers.unknown,
        stale: numbers.stale,
        conflict: numbers.conflict,
        excluded: numbers.excluded,
      })}
    </>
  );
}

interface RequirementsProps {
  readonly edition: Edition;
  readonly coverage: Coverage | undefined;
}

function Requirements({ edition, coverage }: RequirementsProps) {
  const say = useWords('frameworks');
  const [{ q = '', state = '' }, change] = useAddress();
  useExpected({ state: { ids: Object.keys(requirementLooks) } });
  const filter: Filter = { text: q, state };
  const states = new Map(coverage?.rows.map((row) => [row.id, stateOf(row)]));
  const titles = new Map(
    [...(coverage?.rows ?? []), ...(coverage?.groups ?? [])].map(({ id, title }) => [id, title]),
  );
  const listed = edition.rows.map(({ id, parent, title }) => ({
    id,
    parent,
    title: titles.get(id) ?? title,
  }));
  const asked = coverage ? askedOf(listed, new Set(coverage.rows.map(({ id }) => id))) : listed;
  const branches = treeOf(asked, (each) => fitsFilter(each, filter, states));
  const isFiltered = q !== '' || state !== '';
  return (
    <Section title={say('requirements')} meta={say('tree-meta')}>
      <Stack gap="m">
        <div className={css.filters}>
          <TreeFilters filter={filter} states={states} />
        </div>
        {branches.length === 0 ? (
          <EmptyState
            title={say('no-match')}
            level={3}
            actions={
              <Button onPress={() => change({ q: undefined, state: undefined })}>
                {say('clear-filters')}
              </Button>
            }
          />
        ) : (
          <RequirementTree
            key={`${isFiltered} ${q} ${state}`}
            edition={edition}
            coverage={coverage}
            branches={branches}
            isOpen={isFiltered}
          />
        )}
      </Stack>
    </Section>
  );
}
