import { useLanguage, useWords } from '../../../app/index.ts';
import { namedIn } from '../../../countries/index.ts';
import { DisclosureSection, Facts, Note, Row, Stack, StateWord, Tag } from '../../../ui/index.ts';
import type { ClassFound, EntityFound } from '../directive/view.ts';
import css from './class.module.css';
import { TrailTable } from './trail-table.tsx';

type Found = ClassFound | EntityFound;

/** The class that was found, what would decide it where it is open, the way there, and what follows from it. */
export function ClassSaid({ found }: { readonly found: Found }) {
  const say = useWords('nis2');
  const { sentence, withLinked, regulation2690, notes } = found;
  return (
    <Stack>
      <p className={css.class}>
        <ClassWord found={found} /> <span>{sentence}</span>
      </p>
      {regulation2690 && found.class !== 'out-of-scope' && (
        <Row>
          <Tag>{say('regulation-names')}</Tag>
        </Row>
      )}
      {withLinked.wouldDecide.length > 0 && (
        <Note tone="unk" mark="unknown" title={say('would-decide')}>
          <ul className={css.list}>
            {withLinked.wouldDecide.map(({ ask, says }) => (
              <li key={ask}>{says}</li>
            ))}
          </ul>
        </Note>
      )}
      <Sides found={found} />
      <DisclosureSection title={say('trail')} meta={say('trail-meta')} defaultOpen={'id' in found}>
        <TrailTable trail={withLinked.trail} />
      </DisclosureSection>
      <DisclosureSection title={say('follows')}>
        <Follows found={found} />
      </DisclosureSection>
      <div className={css.notes}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </Stack>
  );
}

function ClassWord({ found }: { readonly found: Found }) {
  const say = useWords('nis2');
  const isOpen = found.class === 'undetermined';
  return (
    <StateWord
      mark={isOpen ? 'unknown' : found.class === 'out-of-scope' ? 'excluded' : 'supported'}
      tone={isOpen ? 'unk' : 'ink'}
      strong
    >
      {say(`class-${found.class}`)}
    </StateWord>
  );
}

/** Alone and with linked enterprises, where there are any; and what it would be should a change of size last. */
function Sides({ found: { alone, withLinked, linked, differs } }: { readonly found: Found }) {
  const say = useWords('nis2');
  const lasting = withLinked.ifItLasts?.possible.map((each) => say(`class-${each}`)).join(', ');
  return (
    <>
      {linked && (
        <Note tone={differs ? 'part' : 'info'} title={differs ? say('sides-differ') : undefined}>
          {say('sides', { alone: say(`class-${alone.class}`), linked: say(`class-${withLinked.class}`) })}
        </Note>
      )}
      {lasting !== undefined && <Note tone="part">{say('if-it-lasts', { classes: lasting })}</Note>}
    </>
  );
}

function Follows({ found }: { readonly found: Found }) {
  const say = useWords('nis2');
  const language = useLanguage();
  const { registration, supervision, jurisdiction, byActivity } = found;
  const of = (provision: string) => (/^\d/.test(provision) ? say('article-n', { id: provision }) : provision);
  const facts = [
    ...registration.map(({ provision, says }) => ({ term: of(provision), children: says })),
    ...(supervision
      ? [{ term: of(supervision.article), children: `${supervision.mode} ${supervision.measures}` }]
      : []),
    ...(supervision?.fine ? [{ term: of(supervision.fine.provision), children: supervision.fine.says }] : []),
    ...jurisdiction.map(({ activity, provision, says, states }) => ({
      term: `${of(provision)}, ${activity}`,
      children: `${says} ${say('states-here', { states: namedIn(states, language) })}`,
    })),
    ...byActivity.map(({ name, possible }) => ({
      term: name,
      children: possible.map((each) => say(`class-${each}`)).join(', '),
    })),
  ];
  return <Facts facts={facts} />;
}
