import { languages, say } from '@concord/catalog';
import type { Refusal } from '@concord/programme';
import { keptFiles, withPauses } from '@concord/views';
import { z } from 'zod';
import { namesOfAll } from '../query/everybody.ts';
import { fileNameOf } from '../query/file-name.ts';
import { flag, timed } from '../query/inputs.ts';
import type { ReportInPack } from '../query/pack.ts';
import { type Asked, query } from '../query/query.ts';
import { refuseLength, reportNames, reports } from '../query/reports.ts';
import { viewAsked } from '../query/view-asked.ts';

type PackInput = {
  on?: string | undefined;
  knownAt?: number | undefined;
  language: string;
  evidence: boolean;
};

/** What an auditor takes away and checks without us. */
export const packQueries = [
  query({
    name: 'export pack',
    method: 'GET',
    path: '/exports/pack',
    reach: 'organisation',
    permission: 'programme.read',
    reader: 'whole',
    timed: true,
    long: true,
    restsOn: 'requirements',
    summary:
      'Every report with the evidence behind it in a ZIP that can be checked without Concord or a network',
    input: z.strictObject({
      ...timed,
      language: z.enum(languages).default('en').describe('Language of the reports'),
      evidence: flag.default(true).describe('Whether the files of evidence and documents go with it'),
    }),
    answer: async (asked) => {
      const { programme, on, head, input, ports } = asked;
      const people = await namesOfAll(asked);
      const { language } = input;
      const files = input.evidence ? await withPauses(keptFiles(viewAsked(asked)), ports.pause) : [];
      return {
        stream: ports.pack({
          fileName: fileNameOf(asked, `pack-at-${programme.position}`),
          name: programme.governance.organisation?.name ?? '',
          ...{ on, head, language, people },
          knownAt: programme.position,
          reportCount: reportNames.length,
          reports: () => reportsOf(asked),
          files,
        }),
      };
    },
  }),
];

/** Every report in turn; one that cannot be made as things stand says why. */
async function* reportsOf(asked: Asked<PackInput>): AsyncGenerator<ReportInPack, void> {
  const { language } = asked.input;
  for (const name of reportNames) {
    const view = await reports[name].view(viewAsked(asked), {}, asked.ports.pause);
    if ('refusal' in view) {
      yield { report: name, why: wordsOf(view.refusal as Refusal, language) };
    } else {
      const tooLong = refuseLength(name, view, 'pdf');
      yield { report: name, view, ...(tooLong ? { tooLong: wordsOf(tooLong.refusal, language) } : {}) };
    }
  }
}

function wordsOf({ code, params }: Refusal, language: string): string {
  return say(language, `refusal.${code}`, params);
}
