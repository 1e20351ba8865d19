import { To, ToRequirement, useFormat, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import { type Fact, Facts, TextLink } from '../../../ui/index.ts';
import type { Line } from '../statement/line.ts';
import css from './edit.module.css';

/** What stands behind the line: what shows it, the controls, the actions, and when it was decided. */
export function Shown({ line }: { readonly line: Line }) {
  const say = useWords('statement');
  const format = useFormat();
  const { proof, controls, actions, obligations, decidedOn } = line;
  const facts: readonly (Fact | undefined)[] = [
    proof && {
      term: say('shown-by'),
      children: (
        <span className={css.links}>
          <StateMark mark={proof.mark} word={proof.word} wraps />
          <TextLink
            render={(dress) => <ToRequirement framework="iso27001-2022" requirement={line.id} {...dress} />}
          >
            {say('to-proof')}
          </TextLink>
        </span>
      ),
    },
    controls.length > 0 ? { term: say('controls'), children: <Controls controls={controls} /> } : undefined,
    actions.length > 0 ? { term: say('actions'), children: <Actions actions={actions} /> } : undefined,
    obligations.length > 0
      ? {
          term: say('obligations'),
          children: (
            <span className={css.links}>
              {obligations.map(({ id, title }) => (
                <TextLink
                  key={id}
                  render={(dress) => <To room="documents" search={{ obligation: id }} {...dress} />}
                >
                  {title}
                </TextLink>
              ))}
            </span>
          ),
        }
      : undefined,
    decidedOn ? { term: say('decided-on'), children: format.day(decidedOn) } : undefined,
  ];
  return <Facts facts={facts.filter((fact) => fact !== undefined)} />;
}

function Controls({ controls }: Pick<Line, 'controls'>) {
  return (
    <span className={css.links}>
      {controls.map(({ id, code, name }) => (
        <TextLink
          key={id}
          render={(dress) => <To room="library" search={{ control: id }} title={name} {...dress} />}
        >
          {code}
        </TextLink>
      ))}
    </span>
  );
}

function Actions({ actions }: Pick<Line, 'actions'>) {
  const format = useFormat();
  return (
    <span className={css.links}>
      {actions.map(({ id, title, due }) => (
        <TextLink key={id} render={(dress) => <To room="actions" search={{ action: id }} {...dress} />}>
          {due ? `${title} (${format.day(due)})` : title}
        </TextLink>
      ))}
    </span>
  );
}
