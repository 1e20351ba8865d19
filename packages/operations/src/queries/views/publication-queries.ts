import {
  count,
  id,
  type Programme,
  type Publication,
  publicationsOf,
  recordKey,
  refuse,
} from '@concord/programme';
import { type Ground, groundOf, type PlaceShown, type ReportChanges, titlesOf } from '@concord/views';
import { z } from 'zod';
import { namesOfAll } from '../../query/everybody.ts';
import { fileNameOf } from '../../query/file-name.ts';
import { inLanguage, inScope, timed } from '../../query/inputs.ts';
import {
  changesBetween,
  isOfSame,
  type OfReport,
  publicationAsked,
  viewedNow,
} from '../../query/published.ts';
import { query } from '../../query/query.ts';
import { documentFormats, refuseLength, reportNamed, reportNames } from '../../query/reports.ts';

const reading = {
  reach: 'organisation',
  method: 'GET',
  permission: 'programme.read',
  reader: 'whole',
  timed: true,
} as const;

const report = z
  .string()
  .max(100)
  .describe(`Name of the report: ${reportNames.join(', ')}`);
const profile = id.optional().describe('Of csf-profile: id of the profile that it is of');
const version = count.pipe(z.number().min(1)).optional();

/** Reports as they were handed out: which versions there are, their bytes, and what has changed since. */
export const publicationQueries = [
  query({
    ...reading,
    name: 'reports versions',
    path: '/reports/{report}/publications',
    summary: 'The published versions of a report, and how much has changed since the last of each scope',
    input: z.strictObject({
      ...timed,
      report,
      scope: inScope.scope.describe('Scope it was published for; every scope when left out'),
      profile,
    }),
    answer: async (asked) => {
      const found = reportNamed(asked.input.report);
      if ('refusal' in found) return found;
      // As of a day only what had been handed out by then is there.
      const all = publicationsOf(asked.programme.governance, asked.input).filter(({ on }) => on <= asked.on);
      const people = await asked.ports.people(all.map(({ by }) => by));
      const rows = all.map((each, at) => ({
        ...shown(each, asked.programme),
        publishedBy: { id: each.by, name: people.get(each.by)?.name ?? '' },
        isLast: !isOfSame(all[at + 1], each),
      }));
      const drifts = await Promise.all(
        all.map((each, at) => (rows[at]?.isLast ? driftSince(asked, each) : undefined)),
      );
      return {
        report: asked.input.report,
        on: asked.on,
        knownAt: asked.programme.position,
        total: rows.length,
        rows: rows.map(({ isLast: _isLast, ...row }, at) => ({
          ...row,
          ...(drifts[at] === undefined ? {} : { drift: drifts[at] }),
        })),
      };
    },
  }),
  query({
    ...reading,
    name: 'reports download',
    path: '/reports/{report}/publications/file',
    summary: 'A published version as it was handed out, byte for byte: the document, or the view behind it',
    input: z.strictObject({
      ...timed,
      ...inScope,
      report,
      profile,
      version: version.describe('Number of the version; the last when left out'),
      part: z
        .enum(['document', 'view'])
        .default('document')
        .describe('The document, or the view behind it as JSON'),
    }),
    answer: (asked) => {
      const found = publicationAsked(asked, asked.input.version);
      if ('refusal' in found) return found;
      const file = asked.input.part === 'document' ? found.file : found.view;
      return file
        ? { send: file }
        : refuse('missing', 'publication.erased', { version: found.version, at: 'version' });
    },
  }),
  query({
    ...reading,
    name: 'reports diff',
    path: '/reports/{report}/changes',
    restsOn: 'requirements',
    summary: 'What changed from one published version of a report to another, or to now, as a change list',
    input: z.strictObject({
      ...timed,
      ...inScope,
      report,
      profile,
      from: version.describe('Number of the version before; the last when left out'),
      to: z
        .string()
        .regex(/^(?:now|[1-9]\d{0,8})$/, 'is neither the number of a version nor the word now')
        .default('now')
        .describe('Number of the version after, or `now`'),
      format: z
        .enum(documentFormats)
        .default('json')
        .describe('How it is set; as JSON it is data and not a document'),
      ...inLanguage,
    }),
    answer: async (asked) => {
      const before = publicationAsked(asked, asked.input.from);
      if ('refusal' in before) return before;
      const { to } = asked.input;
      const after = to === 'now' ? undefined : publicationAsked(asked, Number(to));
      if (after && 'refusal' in after) return after;
      const compared = await changesBetween(asked, before, after);
      if ('refusal' in compared) return compared;
      const { changes, views } = compared;
      const { report: name, format, language } = asked.input;
      const now = { on: asked.on, position: asked.programme.position, head: asked.head };
      if (format === 'json') {
        const from = placeOf(before);
        const ends = { scope: before.scope, from, to: after ? placeOf(after) : now };
        return { report: name, ...ends, total: changes.rows.length, ...changes };
      }
      const view: ReportChanges = {
        ...groundOf(viewedNow(asked, before.scope), 'changes', before.scope),
        ...(after ? frozenGround(views, [before, after]) : {}),
        report: name,
        from: handedOut(before),
        to: after ? handedOut(after) : now,
        rows: changes.rows,
        titles: titlesOf(changes, views),
      };
      const tooLong = refuseLength('changes', view, format);
      if (tooLong) return tooLong;
      const fileName = fileNameOf(asked, `${name}-changes`);
      return { render: 'changes', view, format, fileName, language, people: await namesOfAll(asked) };
    },
  }),
];

function shown({ by: _by, seq, view, file, ...rest }: Publication, { revisions }: Programme) {
  const entry = revisions.get(recordKey({ kind: 'publication', id: rest.id })) ?? seq;
  return { ...rest, entry, ...(file ? { file } : {}), ...(view ? { view } : {}) };
}

/** Two versions that were handed out stay as they are: what compares them is of the later one, and the same tomorrow. */
function frozenGround(
  views: readonly object[],
  [before, after]: readonly [Publication, Publication],
): Partial<Ground> {
  const isForward = after.position >= before.position;
  const { on, position, head } = isForward ? after : before;
  const { organisation, scope } = views[isForward ? 1 : 0] as Ground;
  return { organisation, scope, on, position, knownAt: position, head };
}

function placeOf({ version: number, on, position, head }: Publication) {
  return { version: number, on, position, head };
}

function handedOut(publication: Publication): PlaceShown {
  const { by, note } = publication;
  return { ...placeOf(publication), by, note };
}

/** How much has changed since a version; nothing when its view is not there to be compared with. */
async function driftSince(
  asked: OfReport,
  publication: Publication,
): Promise<{ changes: number; rows: number } | undefined> {
  const compared = await changesBetween(asked, publication, undefined);
  if ('refusal' in compared) return undefined;
  const { rows, sentences } = compared.changes;
  return { changes: rows.length, rows: sentences.length };
}
