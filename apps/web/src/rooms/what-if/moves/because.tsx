import { To, useWords } from '../../../app/index.ts';
import { Id, TextLink } from '../../../ui/index.ts';
import type { DifferentRow } from './gains.ts';
import css from './moves.module.css';
import { RequirementLink } from './requirement-link.tsx';

interface BecauseProps {
  readonly because: DifferentRow['because'];
  /** Of the row; requirements of another one name theirs. */
  readonly framework: string;
}

/** What makes a row turn: changed controls with a claim on it, its own exclusion, or other rows that turn. */
export function Because({ because, framework }: BecauseProps) {
  const say = useWords('what-if');
  const { controls, hiddenControls, requirements, excluded } = because;
  if (excluded) return <span>{say('because-excluded')}</span>;
  const isDirect = controls.length + hiddenControls > 0;
  return (
    <span className={css.codes}>
      {controls.map(({ code }) => (
        <TextLink
          key={code}
          plain
          render={(dress) => <To room="library" search={{ control: code }} {...dress} />}
        >
          <Id>{code}</Id>
        </TextLink>
      ))}
      {hiddenControls > 0 && <span>{say('because-hidden', { count: hiddenControls })}</span>}
      {!isDirect && requirements.length > 0 && <span>{say('because-follows')}</span>}
      {!isDirect && requirements.map((id) => <RequirementLink key={id} {...placeOf(id, framework)} />)}
    </span>
  );
}

function placeOf(id: string, framework: string): { framework: string; requirement: string } {
  const slash = id.indexOf('/');
  if (slash < 0) return { framework, requirement: id };
  return { framework: id.slice(0, slash), requirement: id.slice(slash + 1) };
}
