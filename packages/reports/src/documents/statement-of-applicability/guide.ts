import { say } from '@concord/catalog';
import type { StatementOfApplicability } from '@concord/views';
import type { Block } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeMarks, writeNotes } from '../parts/guide.ts';

/** Says which lines are the standard's rule, which are practice and which we computed, then what each mark means. */
export function writeGuide(
  { framework, implementationValues }: StatementOfApplicability,
  { language }: DocumentChoices,
): Block[] {
  const practice = implementationValues === 'two' ? 'soa.read.practice.strict' : 'soa.read.practice';
  return [
    { kind: 'heading', level: 1, text: say(language, 'soa.read') },
    ...writeNotes(
      {
        rule: say(language, 'soa.read.rule', { standard: framework.title }),
        practice: say(language, practice),
        'own computation': say(language, 'soa.read.own'),
      },
      language,
    ),
    ...writeMarks(language),
  ];
}
