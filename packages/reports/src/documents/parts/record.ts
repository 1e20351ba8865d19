import { say } from '@concord/catalog';
import type { Block } from '../../blocks.ts';
import { writeNumber } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import type { EditionShown, FactShown, Ground } from './head.ts';

/**
 * What a copy is checked by, at its end where it keeps nobody from reading: position and signed head of the ledger, the
 * key, and the content of each edition that it answers. `more` stands last.
 */
export function writeRecord(
  { position, head }: Ground,
  { editions = [], more = [] }: { editions?: readonly EditionShown[]; more?: readonly FactShown[] },
  { language, keyFingerprint }: DocumentChoices,
): Block[] {
  const fact = (label: string, value: string) => ({ label, value });
  return [
    { kind: 'heading', level: 1, text: say(language, 'document.record') },
    { kind: 'paragraph', text: say(language, 'document.record.words') },
    {
      kind: 'facts',
      facts: [
        fact(
          say(language, 'document.fact.position'),
          say(language, 'document.fact.position.value', { position: writeNumber(position, language) }),
        ),
        fact(say(language, 'document.record.head'), head),
        fact(say(language, 'document.fact.key'), keyFingerprint ?? say(language, 'document.fact.key.none')),
        ...editions.map(({ title, hash }) =>
          fact(say(language, 'document.record.catalogue', { title }), hash),
        ),
        ...more,
      ],
    },
  ];
}
