import { say } from '@concord/catalog';
import type { EvidenceRegister } from '@concord/views';
import type { Block } from '../../blocks.ts';
import { numbered } from '../parts/lines.ts';

/** How a piece stands, or that it is past; what needs somebody comes first. */
export type Section = keyof EvidenceRegister['counts'];
export const sections: readonly Section[] = [
  'failed',
  'stale',
  'due',
  'fresh',
  'undated',
  'neutral',
  'replaced',
  'past',
];

/** How many pieces stand how, and what that means. */
export function writeStandings({ counts }: EvidenceRegister, language: string): Block[] {
  const caption = say(language, 'evidence-report.standings');
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `evidence-report.standings.${id}`),
    width,
  });
  return [
    { kind: 'heading', level: 2, text: caption },
    {
      kind: 'table',
      caption,
      columns: [
        { ...column('standing', 22), identifies: true },
        { ...column('pieces', 14), align: 'end' },
        column('meaning', 64),
      ],
      rows: sections.map((standing) => [
        say(language, `evidence-report.standing.${standing}`),
        numbered(counts[standing], language),
        say(language, `evidence-report.meaning.${standing}`),
      ]),
    },
  ];
}
