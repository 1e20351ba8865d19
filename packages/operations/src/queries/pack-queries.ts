import { languages, say } from '@concord/catalog';
import { keptFiles } from '@concord/views';
import { z } from 'zod';
import { flag, timed } from '../query/inputs.ts';
import { type Asked, query, type ReportInPack } from '../query/query.ts';
import { reportNames, reports } from '../query/reports.ts';
import { viewAsked } from '../query/view-asked.ts';

type PackInput = {
  on?: string | undefined;
  knownAt?: number | undefined;
  language: string;
  evidence: boolean;
};

/** What an auditor takes away and checks without us. */
export const packQueries = [
  query<PackInput>({
    name: 'export pack',
    method: 'GET',
    path: '/exports/pack',
    reach: 'organisation',
    permission: 'programme.read',
    reader: 'whole',
    timed: true,
    long: true,
    summary:
      'Every report with the evidence behind it in a ZIP that can be checked without Concord or a network',
    input: z.strictObject({
      ...timed,
      language: z.enum(languages).default('en').describe('Language of the reports'),
      evidence: flag.default(true).describe('Whether the files of evidence and documents go with it'),
    }),
    answer: async (asked) => {
      const { programme, on, head, input, ports } = asked;
      const names = await ports.people([...programme.governance.people.keys()]);
      const people = Object.fromEntries([...names].map(([person, { name }]) => [person, name]));
      const { language } = input;
      return {
        stream: ports.pack({
          name: programme.governance.organisation?.name ?? '',
          ...{ on, head, language, people },
          knownAt: programme.position,
          reportCount: reportNames.length,
          reports: () => reportsOf(asked),
          files: input.evidence ? keptFiles(viewAsked(asked)) : [],
        }),
      };
    },
  }),
];

/** Every report in turn; one that cannot be made as things stand says why. */
async function* reportsOf(asked: Asked<PackInput>): AsyncGenerator<ReportInPack, void> {
  for (const name of reportNames) {
    const view = await reports[name].view(viewAsked(asked), {}, asked.ports.pause);
    if ('refusal' in view) {
      const { code, params } = view.refusal as { code: string; params: Record<string, string> };
      yield { report: name, why: say(asked.input.language, `refusal.${code}`, params) };
    } else yield { report: name, view };
  }
}
