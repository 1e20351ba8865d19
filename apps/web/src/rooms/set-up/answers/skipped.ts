import { type Answers, facts, type QuestionName } from './answers.ts';

/** The question passed over: whatever of it is open counts as not known; what was answered stays. */
export function skipped(question: QuestionName, answers: Answers): Partial<Answers> {
  const { persons = 'unsure', turnover = 'unsure', balance = 'unsure', linked = 'unsure' } = answers;
  const unsure = Object.fromEntries(facts.map((fact) => [fact, answers.facts[fact] ?? 'unsure']));
  const changes: Readonly<Partial<Record<QuestionName, Partial<Answers>>>> = {
    size: { persons, turnover, balance, linked },
    facts: { facts: unsure },
  };
  return { ...changes[question], passed: [...new Set([...answers.passed, question])] };
}
