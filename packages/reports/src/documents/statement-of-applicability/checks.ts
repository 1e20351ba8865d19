import { say } from '@concord/catalog';
import type { StatementOfApplicability } from '@concord/views';
import type { Block } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { countFindings, writeFindings } from '../parts/findings.ts';

/** What the checks of the statement found, with how to mend it; and what nothing could be held against. */
export function writeChecks(
  { checks, checked }: StatementOfApplicability,
  choices: DocumentChoices,
): Block[] {
  const { language } = choices;
  const { E, W, hidden } = checked;
  const key = E + W === 0 ? 'soa.checks.words.none' : 'soa.checks.words';
  const unseen = hidden === 0 ? '' : ` ${say(language, 'soa.checks.hidden', { count: hidden })}`;
  return [
    { kind: 'heading', level: 1, text: say(language, 'soa.checks') },
    { kind: 'paragraph', text: `${say(language, key, countFindings(checked, language))}${unseen}` },
    ...writeFindings(checks, language),
    { kind: 'heading', level: 2, text: say(language, 'soa.checks.not-run') },
    { kind: 'facts', facts: checked.notRun.map(({ id, message }) => ({ label: id, value: message })) },
  ];
}
