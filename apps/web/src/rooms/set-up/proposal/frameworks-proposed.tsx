import { useWords } from '../../../app/index.ts';
import { CheckboxField } from '../../../ui/index.ts';
import css from './proposal.module.css';
import { type Choosing, including } from './proposal.ts';

/** Ticked means: it is adopted. What was not proposed can be taken, too; the proposal then follows. */
export function FrameworksProposed({ answers, set, proposal }: Choosing) {
  const say = useWords('set-up');
  const choose = (id: string, isProposed: boolean, isChosen: boolean) =>
    set({
      notAdopted: including(answers.notAdopted, [id], !isChosen),
      ...(isProposed ? {} : { alsoAdopted: including(answers.alsoAdopted, [id], isChosen) }),
    });
  return (
    <ul className={css.list}>
      {proposal.frameworks.map(({ framework, title, part, why, adopt }) => (
        <li key={framework}>
          <CheckboxField
            label={`${title} · ${say(`part.${part}`)}`}
            description={why}
            isSelected={adopt && !answers.notAdopted.includes(framework)}
            onChange={(isChosen) => choose(framework, adopt, isChosen)}
          />
        </li>
      ))}
    </ul>
  );
}
