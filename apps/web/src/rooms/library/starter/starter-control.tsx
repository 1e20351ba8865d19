import { useAnswer, useFormat, useWords } from '../../../app/index.ts';
import { Facts, Section } from '../../../ui/index.ts';
import type { Names } from '../find/use-names.ts';

interface StarterControlProps {
  readonly starter: string;
  readonly names: Names;
}

/** One control of the starter library: what is done, how it is tested, what it would be claimed for. */
export function StarterControl({ starter, names }: StarterControlProps) {
  const say = useWords('library');
  const { listed } = useFormat();
  const control = useAnswer('library show', { starter });
  const {
    code,
    name,
    statement,
    test,
    usualEvidence,
    suggestedOwner,
    frequency,
    condition,
    claims,
    jointClaims,
  } = control;
  const adopted = new Set(names.frameworks.map(({ id }) => id));
  const claimed = claims.filter(({ framework }) => adopted.has(framework));
  const joint = jointClaims.filter(({ framework }) => adopted.has(framework));
  const items = [
    { term: say('member.statement'), children: statement },
    { term: say('member.test'), children: test },
    { term: say('member.usualEvidence'), children: listed(usualEvidence) },
    { term: say('starter.owner'), children: suggestedOwner },
    { term: say('member.frequency'), children: say(`frequency.${frequency}`) },
    ...(condition === undefined ? [] : [{ term: say('starter.condition'), children: condition }]),
    {
      term: say('starter.claims'),
      children:
        claimed.length === 0 ? (
          say('claims.none')
        ) : (
          <ul>
            {claimed.map(({ framework, requirement, title, contribution }) => (
              <li key={`${framework} ${requirement} ${contribution}`}>
                {names.framework(framework)} {requirement} {title} · {say(`contribution.${contribution}`)}
              </li>
            ))}
            {joint.map(({ framework, requirement, title, controls }) => (
              <li key={`${framework} ${requirement} ${controls.join(' ')}`}>
                {names.framework(framework)} {requirement} {title} ·{' '}
                {say('claims.together', { others: controls.filter((each) => each !== code).join(', ') })}
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <Section level={3} title={`${code} ${name}`}>
      <Facts facts={items} />
    </Section>
  );
}
