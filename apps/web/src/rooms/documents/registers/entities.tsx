import {
  To,
  useAddress,
  useAnswer,
  useExpected,
  useFormat,
  useLanguage,
  useWords,
} from '../../../app/index.ts';
import { namedIn } from '../../../countries/index.ts';
import { EmptyState, type Fact, Facts, LinkButton, Section, Stack } from '../../../ui/index.ts';
import css from './registers.module.css';

/** The legal entities: what they do, where, and how large they are. What follows from it is told in the NIS 2 room. */
export function Entities() {
  const say = useWords('documents');
  const [{ entity }] = useAddress();
  const { rows } = useAnswer('entities list', { limit: 1000 });
  useExpected({ entity: { ids: rows.map(({ id }) => id) } });
  const go = (
    <LinkButton render={(dress) => <To room="nis2" search={{ show: 'class' }} {...dress} />}>
      {say(rows.length === 0 ? 'record-entity' : 'to-nis2')}
    </LinkButton>
  );
  if (rows.length === 0)
    return (
      <EmptyState title={say('none-entities')} actions={go}>
        {say('none-entities-say')}
      </EmptyState>
    );
  const first = [...rows].sort((one, other) => Number(other.id === entity) - Number(one.id === entity));
  return (
    <div className={css.alone}>
      <Stack>
        {first.map((row) => (
          <Section key={row.id} title={row.name} meta={row.ownerName} id={row.id}>
            <Known id={row.id} />
          </Section>
        ))}
        <div>{go}</div>
      </Stack>
    </div>
  );
}

function Known({ id }: { readonly id: string }) {
  const say = useWords('documents');
  const format = useFormat();
  const language = useLanguage();
  const { doing, designated, establishedIn, servesIn, alone, reviewOn } = useAnswer('entities show', {
    entity: id,
  });
  const money = (value: number | undefined) =>
    value === undefined ? say('unsaid') : say('euro', { sum: format.number(value) });
  const named = (all: readonly { readonly name: string }[]) => format.listed(all.map(({ name }) => name));
  const facts: Fact[] = [
    { term: say('activities'), children: named(doing) || say('unsaid') },
    { term: say('designations'), children: named(designated) || say('none') },
    { term: say('established-in'), children: namedIn(establishedIn, language) || say('unsaid') },
    { term: say('serves-in'), children: namedIn(servesIn, language) || say('unsaid') },
    {
      term: say('persons'),
      children: alone?.persons === undefined ? say('unsaid') : format.number(alone.persons),
    },
    { term: say('turnover'), children: money(alone?.turnover) },
    { term: say('balance'), children: money(alone?.balance) },
    { term: say('reviewOn'), children: reviewOn ? format.day(reviewOn) : say('unsaid') },
  ];
  return <Facts facts={facts} of={2} />;
}
