import { evidenceKinds, id, outcomes, type Programme } from '@concord/programme';
import { evidenceLapses, evidenceList, evidencePeriods, pieceStandings } from '@concord/views';
import { z } from 'zod';
import { days, page, timed, wantedText } from '../query/inputs.ts';
import { query } from '../query/query.ts';

const reading = {
  reach: 'organisation',
  method: 'GET',
  permission: 'own.read',
  reader: 'masked',
  timed: true,
} as const;

/** What shows that controls work: the pieces, how long they count, and who sends them. */
export const evidenceQueries = [
  query({
    ...reading,
    name: 'evidence list',
    path: '/evidence',
    summary: 'Pieces of evidence, the one recorded last first',
    input: z.strictObject({
      ...timed,
      ...page,
      text: wantedText(200).optional().describe('Part of its title, or of the name of its file'),
      control: id.optional().describe('Code or id of the control it serves'),
      by: id.optional().describe('Id of the person or collector that recorded it'),
      kind: z
        .enum(evidenceKinds)
        .optional()
        .describe('Whether it is a file, a link or a record of the ledger'),
      outcome: z.enum(outcomes).optional().describe('What it shows'),
      freshness: z.enum(pieceStandings).optional().describe('How the piece stands on the day'),
    }),
    answer: (asked) => evidenceList(asked, asked.input),
  }),
  query({
    ...reading,
    name: 'evidence lapses',
    path: '/views/evidence-lapses',
    restsOn: 'controls',
    summary:
      'What lapses when: the piece that holds each control up, and what has lapsed, failed or is missing',
    input: z.strictObject({
      ...timed,
      ...page,
      within: days.default(90).describe('Days to look ahead, at most 3660'),
    }),
    answer: (asked) => evidenceLapses(asked, asked.input),
  }),
  query({
    ...reading,
    name: 'frequencies list',
    path: '/frequencies',
    summary: 'How long evidence of each frequency counts, and whether that is customary or was set here',
    input: z.strictObject({ ...timed }),
    answer: (asked) => evidencePeriods(asked),
  }),
  query({
    name: 'collectors list',
    reach: 'organisation',
    method: 'GET',
    path: '/collectors',
    permission: 'collectors.write',
    reader: 'whole',
    timed: false,
    summary: 'Programs that send evidence: what they may show, until when, and when they last did',
    input: z.strictObject({}),
    answer: async ({ programme, ports, on }) => {
      const collectors = [...programme.controls.collectors.values()];
      collectors.sort((one, other) => one.keyAt - other.keyAt);
      const names = await ports.people(collectors.map((each) => each.id));
      const used = await ports.keysUsed();
      const rows = collectors.map(({ keyAt: _keyAt, ...each }) => ({
        ...each,
        name: names.get(each.id)?.name ?? '',
        codes: each.controls.map((control) => codeOf(programme, control)),
        state: each.endedOn !== undefined ? 'ended' : each.until < on ? 'over' : 'active',
        lastUsedOn: used.get(each.id),
        revision: programme.revisions.get(`collector/${each.id}`) ?? 0,
      }));
      return { rows, total: rows.length };
    },
  }),
];

function codeOf({ controls }: Programme, control: string): string {
  return controls.controls.get(control)?.code ?? control;
}
