import { ToRequirement, useAnswer } from '../../../app/index.ts';
import { TextLink } from '../../../ui/index.ts';
import css from './plan.module.css';
import type { AlsoCloses } from './plan-line.ts';

/** What one action closes in other frameworks, each a link to its proof. */
export function AlsoSaid({ also }: { readonly also: readonly AlsoCloses[] }) {
  const { rows } = useAnswer('catalogue list');
  const titleOf = (id: string) => rows.find((row) => row.id === id)?.title ?? id;
  if (also.length === 0) return null;
  return (
    <span className={css.also}>
      {also.map(({ framework, requirements }) => (
        <span key={framework}>
          {titleOf(framework)}{' '}
          {requirements.map((requirement, at) => (
            <span key={requirement}>
              {at > 0 && ', '}
              <TextLink
                plain
                render={(dress) => (
                  <ToRequirement framework={framework} requirement={requirement} {...dress} />
                )}
              >
                {requirement}
              </TextLink>
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}
