import { csfTiers, phraseIn, say } from '@concord/catalog';
import type { CsfProfile } from '@concord/views';
import type { Block, Cell } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { dated, nameOf, quietly } from '../parts/lines.ts';

type Choice = NonNullable<CsfProfile['tiers'][keyof CsfProfile['tiers']]>;

/** CSWP 29, section 3.2: tiers are chosen for the whole profile, and no score turns into one. */
export function writeTiers({ tiers }: CsfProfile, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const caption = say(language, 'csf.tiers');
  const heading: Block = { kind: 'heading', level: 2, text: caption };
  if (Object.keys(tiers).length === 0)
    return [heading, { kind: 'paragraph', text: say(language, 'csf.tiers.none') }];
  const column = (id: string, width: number) => ({ id, label: say(language, `csf.tiers.${id}`), width });
  return [
    heading,
    { kind: 'paragraph', text: say(language, 'csf.tiers.words') },
    {
      kind: 'table',
      caption,
      columns: [{ ...column('about', 20), identifies: true }, column('current', 40), column('target', 40)],
      rows: [
        [
          say(language, 'csf.tiers.governance'),
          writeTier(tiers.governanceCurrent, choices),
          writeTier(tiers.governanceTarget, choices),
        ],
        [
          say(language, 'csf.tiers.management'),
          writeTier(tiers.managementCurrent, choices),
          writeTier(tiers.managementTarget, choices),
        ],
      ],
    },
  ];
}

function writeTier(choice: Choice | undefined, choices: DocumentChoices): Cell {
  const { language } = choices;
  if (!choice) return quietly(say(language, 'csf.tiers.not-chosen'));
  const { tier, rationale, by, from } = choice;
  const name = csfTiers().steps.find(({ value }) => value === tier)?.name ?? '';
  return [
    say(language, 'csf.tiers.tier', { tier, name: phraseIn(language, name) }),
    ...(rationale.trim() === '' ? [] : [quietly(rationale)]),
    dated(from, language),
    quietly(nameOf(by, choices)),
  ];
}
