import { To, useLateAnswer, useWords } from '../../../app/index.ts';
import { TextLink } from '../../../ui/index.ts';
import type { FrameworkRow } from '../catalogue/catalogue.ts';
import css from '../frameworks.module.css';

interface ProposedProps {
  readonly row: FrameworkRow;
  /** Claims on it that nobody has confirmed yet. */
  readonly proposed: number;
}

/**
 * What is proposed on a framework: claims that wait to be confirmed, and those that the starter library has for controls
 * that were here before it was adopted. Each leads to where it is settled; nothing where there is none.
 */
export function Proposed({ row: { id }, proposed }: ProposedProps) {
  const say = useWords('frameworks');
  const { data } = useLateAnswer('library proposals');
  const offered = data?.rows.find(({ framework }) => framework === id)?.claims ?? 0;
  if (proposed + offered === 0) return null;
  return (
    <small className={css.proposed}>
      {proposed > 0 && (
        <TextLink
          render={(dress) => <To room="library" search={{ framework: id, unconfirmed: 'true' }} {...dress} />}
        >
          {say('proposed', { count: proposed })}
        </TextLink>
      )}
      {offered > 0 && (
        <TextLink render={(dress) => <To room="guide" search={{ do: 'proposals' }} {...dress} />}>
          {say('offered', { count: offered })}
        </TextLink>
      )}
    </small>
  );
}
