import { useWords } from '../../../app/index.ts';
import { DisclosureSection, type Fact, Facts, Id, Section, Stack } from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import css from './beside.module.css';

type Asked = Why['requirement'];

interface ReadingProps {
  readonly requirement: Asked;
  /** Lettered items, to read. */
  readonly items: Why['items'];
}

/** What is asked, in our words; the publisher's own stand beside it in an edition that was imported. */
export function Reading({ requirement, items }: ReadingProps) {
  const say = useWords('requirement');
  const { asks, plainly, statement } = requirement;
  const isBare = asks === undefined && plainly === undefined && statement === undefined;
  return (
    <Section title={say('reading')} meta={say('reading-meta')}>
      <Stack gap="s">
        {statement && <blockquote className={css.statement}>{statement}</blockquote>}
        {(asks ?? plainly) && <p className={css.asks}>{asks ?? plainly}</p>}
        {isBare && <p className={css.quiet}>{say('reading-none')}</p>}
        {items.length > 0 && <Items items={items} />}
        <Beside requirement={requirement} />
      </Stack>
    </Section>
  );
}

function Items({ items }: Pick<ReadingProps, 'items'>) {
  return (
    <ul className={css.items}>
      {items.map(({ id, title }) => (
        <li key={id}>
          <Id>{id}</Id> {title}
        </li>
      ))}
    </ul>
  );
}

function Beside({ requirement }: Pick<ReadingProps, 'requirement'>) {
  const say = useWords('requirement');
  const { usualEvidence = [], auditorQuestion, commonGap } = requirement;
  const facts: Fact[] = [
    ...(usualEvidence.length > 0
      ? [{ term: say('usual-evidence'), children: <Usual evidence={usualEvidence} /> }]
      : []),
    ...(auditorQuestion ? [{ term: say('auditor-question'), children: auditorQuestion }] : []),
    ...(commonGap ? [{ term: say('common-gap'), children: commonGap }] : []),
  ];
  if (facts.length === 0) return null;
  return (
    <DisclosureSection title={say('more-reading')}>
      <Facts facts={facts} />
    </DisclosureSection>
  );
}

function Usual({ evidence }: { readonly evidence: readonly string[] }) {
  return (
    <ul className={css.items}>
      {evidence.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
