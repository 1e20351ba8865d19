import type { InputOf } from '@concord/operations/client';
import type { Answers, Figure } from './answers.ts';

type Proposed = InputOf<'set-up propose'>;

const million = 1_000_000;

/**
 * The answers as the proposal takes them: what nobody knows is left out. Where nobody knows of linked enterprises, they
 * are taken to be there with unknown figures: so the NIS 2 class stays open wherever they could change it.
 */
export function inputOf(answers: Answers): Proposed {
  const { name, activities, establishedIn, servesIn, designations, facts, lead, alsoAdopted } = answers;
  const reference = [...new Set([...answers.reference, ...alsoAdopted])].filter((each) => each !== lead);
  return {
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    activities: [...activities],
    figures: figuresOf(answers),
    establishedIn: [...establishedIn],
    servesIn: [...servesIn],
    designations: [...designations],
    scope: scopeOf(answers),
    facts,
    ...(lead === undefined ? {} : { lead }),
    reference,
  };
}

/** Who answers that it is the whole organisation and writes nothing gets it stated in our words. */
function scopeOf({ covers, statement }: Answers): NonNullable<Proposed['scope']> {
  if (statement.trim() !== '') return { statement: statement.trim() };
  return covers === 'whole' ? { whole: true } : {};
}

function figuresOf(answers: Answers): NonNullable<Proposed['figures']> {
  const { persons, turnover, balance, linked, groupPersons, groupTurnover, groupBalance } = answers;
  const group = {
    groupPersons: known(groupPersons),
    groupTurnover: known(groupTurnover, million),
    groupBalance: known(groupBalance, million),
  };
  return withoutUnknown({
    persons: known(persons),
    turnover: known(turnover, million),
    balance: known(balance, million),
    linked: linked === undefined ? undefined : linked !== 'no',
    ...(linked === 'yes' ? group : {}),
  });
}

function known(figure: Figure | undefined, unit = 1): number | undefined {
  if (typeof figure !== 'number') return undefined;
  // Annual work units have parts; an amount is kept to the euro.
  return unit === 1 ? figure : Math.round(figure * unit);
}

function withoutUnknown<Members extends object>(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Members;
}
