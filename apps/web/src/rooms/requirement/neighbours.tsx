import { ToRequirement, useAnswer, useWords } from '../../app/index.ts';
import { LinkButton } from '../../ui/index.ts';

/** The requirements before and after this one in its framework. */
export function Neighbours({
  framework,
  requirement,
}: {
  readonly framework: string;
  readonly requirement: string;
}) {
  const say = useWords('requirement');
  const { rows } = useAnswer('view coverage', { framework });
  const at = rows.findIndex(({ id }) => id === requirement);
  const before = at > 0 ? rows[at - 1] : undefined;
  const after = at >= 0 ? rows[at + 1] : undefined;
  return (
    <nav aria-label={say('neighbours')}>
      {before && (
        <LinkButton
          size="s"
          kind="quiet"
          mark="left"
          render={(dress) => (
            <ToRequirement
              framework={framework}
              requirement={before.id}
              aria-label={say('before', { id: before.id, title: before.title })}
              {...dress}
            />
          )}
        >
          {before.id}
        </LinkButton>
      )}
      {after && (
        <LinkButton
          size="s"
          kind="quiet"
          mark="right"
          render={(dress) => (
            <ToRequirement
              framework={framework}
              requirement={after.id}
              aria-label={say('after', { id: after.id, title: after.title })}
              {...dress}
            />
          )}
        >
          {after.id}
        </LinkButton>
      )}
    </nav>
  );
}
