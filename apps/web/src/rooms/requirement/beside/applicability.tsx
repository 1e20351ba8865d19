import { To, useWords } from '../../../app/index.ts';
import { Section, TextLink } from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import css from './beside.module.css';

/** Whether it is necessary here, and why. It is decided in the Statement of Applicability. */
export function Applicability({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const { applicability, requirement, framework } = why;
  if (!applicability && !requirement.excludable) return null;
  const isInStatement = framework.id === 'iso27001-2022' && requirement.excludable;
  return (
    <Section title={say('applicability')} meta={say(metaOf(applicability))}>
      {applicability?.applicable === false && <p>{applicability.exclusionReason}</p>}
      {applicability?.applicable && (
        <ul className={css.list}>
          {applicability.reasons.map(({ kind, text }) => (
            <li key={`${kind} ${text}`}>
              <small className={css.quiet}>{say(`reason.${kind}`)}</small>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {isInStatement && (
        <TextLink
          render={(dress) => (
            <To room="statement-of-applicability" search={{ row: requirement.id }} {...dress} />
          )}
        >
          {say('to-statement')}
        </TextLink>
      )}
    </Section>
  );
}

function metaOf(applicability: Why['applicability']): string {
  if (!applicability) return 'undecided';
  return applicability.applicable ? 'applicable' : 'excluded';
}
