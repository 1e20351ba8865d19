import {
  isRefusal,
  ToRequirement,
  tell,
  Unreachable,
  useDeed,
  useFormat,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, Section, Tag, TextLink } from '../../../ui/index.ts';
import { useOpenDeed } from '../deeds/open-deed.ts';
import type { Why } from '../why/node.ts';
import css from './beside.module.css';

type Relation = Why['relations'][number];

/** How it lies to other requirements, by our own reading: confirmed ones may carry a result over. */
export function Relations({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const open = useOpenDeed();
  const state = (
    <Button
      size="s"
      onPress={() => open({ deed: 'relate' })}
      reason={useReadOnly('relations.write')}
      reasonAs="tooltip"
    >
      {say('relate-open')}
    </Button>
  );
  return (
    <Section title={say('relations')} meta={say('relations-meta')} link={state}>
      {why.relations.length === 0 ? (
        <p className={css.quiet}>{say('relations-none')}</p>
      ) : (
        <ul className={css.list}>
          {why.relations.map((relation) => (
            <li key={relation.id}>
              <RelationSaid relation={relation} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function RelationSaid({ relation }: { readonly relation: Relation }) {
  const say = useWords('requirement');
  const format = useFormat();
  const { says, status, gate, informs, ends, rationale, statedOn } = relation;
  const standing = gate
    ? `gate.${gate.replaceAll(' ', '-')}`
    : informs
      ? 'relation-informs'
      : 'relation-silent';
  return (
    <>
      <span>
        <b>{says}</b> <Tag>{say(`status.${status}`)}</Tag>
      </span>
      <span>{rationale}</span>
      <small className={css.quiet}>
        {[format.day(statedOn), say(standing)].join(' · ')}
        {ends.map(({ framework, requirement, title, word }) => (
          <span key={`${framework} ${requirement}`}>
            {' · '}
            <TextLink
              plain
              render={(dress) => <ToRequirement framework={framework} requirement={requirement} {...dress} />}
            >
              {requirement} {title}
            </TextLink>
            {`: ${word}`}
          </span>
        ))}
      </small>
      <RelationDeeds relation={relation} />
    </>
  );
}

function RelationDeeds({ relation: { id, says, status } }: { readonly relation: Relation }) {
  const say = useWords('requirement');
  const open = useOpenDeed();
  const confirm = useDeed('relations confirm');
  const sayOfApp = useWords('app');
  const mayNotConfirm = useReadOnly('relations.confirm');
  const mayNotWrite = useReadOnly('relations.write');
  const deed = async () => {
    try {
      await confirm({ input: { relationId: id }, says: say('relation-confirmed'), isFinal: true });
    } catch (error) {
      if (!isRefusal(error) && !(error instanceof Unreachable)) throw error;
      const reason = isRefusal(error) ? error.problem.detail : sayOfApp('unreachable');
      tell({ says: say('not-confirmed'), notices: [reason], tone: 'failed' });
    }
  };
  return (
    <span className={css.deeds}>
      {status === 'draft' && <small className={css.quiet}>{say('confirm-final')}</small>}
      {status === 'draft' && (
        <Button size="s" onPress={() => void deed()} reason={mayNotConfirm} reasonAs="tooltip">
          {say('confirm')}
        </Button>
      )}
      <Button
        size="s"
        kind="quiet"
        onPress={() => open({ deed: 'unrelate', relation: id, says })}
        reason={mayNotWrite}
        reasonAs="tooltip"
      >
        {say('withdraw-open')}
      </Button>
    </span>
  );
}
