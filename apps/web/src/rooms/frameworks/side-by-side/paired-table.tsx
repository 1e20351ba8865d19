import type { AnswerOf } from '@concord/operations/client';
import { ToRequirement, useAddress, useAnswer, useExpected, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import { Id, Row, type SimpleColumn, SimpleTable, Stack, TextLink, ToggleGroup } from '../../../ui/index.ts';
import type { CrosswalkRow, FrameworkRow } from '../catalogue/catalogue.ts';
import css from '../frameworks.module.css';
import { type LinkTo, linksOf, turnedRelation } from './paired.ts';

type Shown = Extract<AnswerOf<'catalogue show'>, { pairs: unknown }>;
type Standing = AnswerOf<'view coverage'>['rows'][number];

const showing = ['all', 'linked', 'silent'] as const;

interface PairedTableProps {
  readonly crosswalk: CrosswalkRow;
  readonly left: FrameworkRow;
  readonly right: FrameworkRow;
}

/** Each requirement of the left side with its state, and beside it what it is linked to, with theirs. */
export function PairedTable({ crosswalk, left, right }: PairedTableProps) {
  const say = useWords('frameworks');
  const [search, change] = useAddress();
  useExpected({ show: showing });
  const show = showing.find((each) => each === search.show) ?? 'all';
  const { pairs } = useAnswer('catalogue show', { edition: crosswalk.id }) as Shown;
  const { rows } = useAnswer('view coverage', { framework: left.id });
  const there = useAnswer('view coverage', { framework: right.id });
  const states = new Map([...there.rows, ...wholesOf(there.groups)].map((row) => [row.id, row]));
  const isTurned = crosswalk.from !== left.id;
  const links = linksOf(pairs, isTurned);
  const usual = turnedRelation(crosswalk.relation, isTurned);
  const linked = rows.filter(({ id }) => links.has(id)).length;
  const shown = rows.filter(({ id }) => show === 'all' || links.has(id) === (show === 'linked'));
  const columns: SimpleColumn<Standing>[] = [
    {
      id: 'left',
      header: left.title,
      isRowHeader: true,
      cell: (row) => <End framework={left.id} row={row} />,
    },
    {
      id: 'right',
      header: right.title,
      cell: ({ id }) => (
        <Links framework={right.id} links={links.get(id) ?? []} states={states} usual={usual} />
      ),
    },
  ];
  return (
    <Stack gap="m">
      <p>
        {say('linked-say', { count: linked, of: rows.length, silent: rows.length - linked })}{' '}
        {say('linked-relation', { relation: say(`relation.${usual}`) })}
      </p>
      <Row>
        <ToggleGroup
          label={say('show')}
          hideLabel
          isOfView
          value={show}
          options={showing.map((value) => ({ value, label: say(`show.${value}`) }))}
          onChange={(value) => change({ show: value === 'all' ? undefined : value }, { replace: true })}
        />
      </Row>
      <SimpleTable
        caption={say('paired-caption', { left: left.title, right: right.title })}
        columns={columns}
        rows={shown}
        keyOf={({ id }) => id}
        empty={<p>{say('no-match')}</p>}
        stacks
      />
    </Stack>
  );
}

type End = Pick<Standing, 'id' | 'title' | 'mark' | 'word'>;

/** A heading that is exactly the union of its parts has a state of its own. */
function wholesOf(groups: AnswerOf<'view coverage'>['groups']): End[] {
  return groups.flatMap(({ id, title, whole }) =>
    whole ? [{ id, title, mark: whole.mark, word: whole.word }] : [],
  );
}

function End({ framework, row }: { readonly framework: string; readonly row: End }) {
  return (
    <span className={css.name}>
      <span>
        <Id>{row.id}</Id>{' '}
        <TextLink
          plain
          render={(dress) => <ToRequirement framework={framework} requirement={row.id} {...dress} />}
        >
          {row.title}
        </TextLink>
      </span>
      <StateMark mark={row.mark} word={row.word} wraps />
    </span>
  );
}

interface LinksProps {
  readonly framework: string;
  readonly links: readonly LinkTo[];
  readonly states: ReadonlyMap<string, End>;
  /** Of every link that states none of its own; said once, over the table. */
  readonly usual: string;
}

function Links({ framework, links, states, usual }: LinksProps) {
  const say = useWords('frameworks');
  if (links.length === 0) return <span className={css.quiet}>{say('silent')}</span>;
  return (
    <ul className={css.links}>
      {links.map(({ id, relation }) => {
        const row = states.get(id);
        return (
          <li key={id} className={css.link}>
            {row ? <End framework={framework} row={row} /> : <Id>{id}</Id>}
            {relation !== usual && <small className={css.quiet}>{say(`relation.${relation}`)}</small>}
          </li>
        );
      })}
    </ul>
  );
}
