import { commands, controlNamed, count, id, recordKey, refuse } from '@concord/programme';
import { maySee } from '@concord/views';
import { z } from 'zod';
import { inLanguage, page, timed } from '../query/inputs.ts';
import type { SignedHead } from '../query/ports.ts';
import { previewOf } from '../query/preview.ts';
import { type Asked, query } from '../query/query.ts';
import { spokenTo } from '../query/view-asked.ts';
import { withAbout } from './batches-about.ts';

const signedHead = z.strictObject({
  format: z.literal('concord head 1'),
  organisation: z.string(),
  position: z.number().int().min(0),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string(),
  publicKey: z.string(),
});

/** The commands that read a file which was sent, each in forms of its own. */
const readers = commands.filter(({ intake }) => intake === 'document').map(({ name }) => name);

/** The ledger itself: what was recorded, whether it is whole, and proof of where it ended. */
export const recordQueries = [
  query({
    name: 'history',
    method: 'GET',
    path: '/records/{kind}/{id}/history',
    reach: 'organisation',
    permission: 'programme.read',
    reader: 'whole',
    timed: false,
    summary: 'Everything recorded about one record: who, when, what',
    input: z.strictObject({
      kind: z.string().min(1).max(50).describe('Kind of the record, e.g. control'),
      id: z.string().min(1).max(300).describe('Its id; for a control its code will do'),
    }),
    answer: async ({ input, programme, ports }) => {
      const named = input.kind === 'control' ? controlNamed(programme.controls, input.id) : input;
      const record = { kind: input.kind, id: 'refusal' in named ? input.id : named.id };
      const rows = await ports.history(record);
      const revision = rows.at(-1)?.seq;
      if (revision === undefined) return refuse('missing', 'record.unknown', { record: recordKey(record) });
      return { record, revision, rows };
    },
  }),
  query({
    name: 'batches list',
    method: 'GET',
    path: '/ledger/batches',
    reach: 'organisation',
    permission: 'programme.read',
    reader: 'whole',
    timed: false,
    summary: 'What was done, command by command, the latest first; `undo ENTRY` takes one back',
    input: z.strictObject({
      before: count
        .pipe(z.number().min(1))
        .optional()
        .describe('Only commands whose entries begin before this position'),
      limit: page.limit,
      ...inLanguage,
    }),
    answer: async (asked) => {
      const { input, programme, ports } = asked;
      const end = programme.position + 1;
      const batches = await ports.batches(Math.min(input.before ?? end, end), input.limit);
      const rows = await withAbout(spokenTo({ ...asked, on: asked.today }), ports, batches);
      return { rows };
    },
  }),
  query({
    name: 'batches show',
    method: 'GET',
    path: '/ledger/batches/{entry}',
    reach: 'organisation',
    permission: 'programme.read',
    reader: 'whole',
    timed: false,
    summary: 'One command: everything that it recorded, fact by fact',
    input: z.strictObject({
      ...page,
      entry: count.pipe(z.number().min(1)).describe('Position of any entry of the command'),
    }),
    answer: async ({ input: { entry, offset, limit }, programme, ports }) => {
      const facts = entry > programme.position ? [] : await ports.batch(entry);
      const [first, last] = [facts[0], facts.at(-1)];
      if (!first || !last) return refuse('missing', 'entry.unknown', { entry, at: 'entry' });
      const { at, actor, via, operation } = first;
      const rows = facts.slice(offset, offset + limit);
      return { first: first.seq, last: last.seq, at, actor, via, operation, total: facts.length, rows };
    },
  }),
  query({
    name: 'verify',
    method: 'POST',
    path: '/ledger/verification',
    reach: 'organisation',
    permission: 'ledger.verify',
    reader: 'whole',
    timed: false,
    reads: 'ledger',
    summary:
      'Check every entry, commitment and evidence file; against a signed head, that nothing was cut off',
    input: z.strictObject({
      head: signedHead
        .optional()
        .meta({ fromFile: 'json', description: 'Signed head, as `head --out FILE` wrote it' }),
      publicKey: z
        .string()
        .max(2000)
        .optional()
        .meta({ fromFile: 'text', description: 'Public key in PEM to check the head with' }),
    }),
    answer: ({ input, ports }) =>
      input.publicKey !== undefined && input.head === undefined
        ? refuse('invalid', 'signing.key-alone', { at: 'publicKey' })
        : ports.verify(input),
  }),
  query({
    name: 'head',
    method: 'GET',
    path: '/ledger/head',
    reach: 'organisation',
    permission: 'ledger.verify',
    reader: 'whole',
    timed: false,
    summary: 'Signed head: keep it elsewhere, and `verify --head` finds whatever was cut off since',
    input: z.strictObject({}),
    answer: ({ ports }): Promise<SignedHead> => ports.signedHead(),
  }),
  query({
    name: 'public-key',
    method: 'GET',
    path: '/public-key',
    reach: 'platform',
    permission: 'signed-in',
    reader: 'whole',
    timed: false,
    summary: 'Public key that signs heads, with its fingerprint',
    input: z.strictObject({}),
    answer: ({ ports }) => ports.publicKey(),
  }),
  query({
    name: 'evidence file',
    method: 'GET',
    path: '/evidence/{evidence}/file',
    reach: 'organisation',
    permission: 'own.read',
    reader: 'masked',
    timed: true,
    summary: 'The file of a piece of evidence',
    input: z.strictObject({ ...timed, evidence: id.describe('Id of the evidence') }),
    answer: (asked) => {
      const file = fileOfEvidence(asked, asked.input.evidence);
      return 'refusal' in file ? file : { send: file };
    },
  }),
  query({
    name: 'evidence preview',
    method: 'GET',
    path: '/evidence/{evidence}/preview',
    reach: 'organisation',
    permission: 'own.read',
    reader: 'masked',
    timed: true,
    summary: 'The beginning of the file of a piece of evidence: its text, or the first rows of its sheets',
    input: z.strictObject({ ...timed, evidence: id.describe('Id of the evidence') }),
    answer: (asked) => previewOf(asked, fileOfEvidence(asked, asked.input.evidence)),
  }),
  query({
    name: 'files add',
    method: 'POST',
    path: '/files',
    reach: 'organisation',
    permission: 'evidence.record',
    reader: 'whole',
    timed: false,
    takes: 'file',
    summary: 'Send a file, to be recorded as evidence within 24 hours',
    input: z.strictObject({
      name: z.string().min(1).max(1000).describe('Name of the file; on the command line, the path to it'),
      for: z
        .enum(readers)
        .optional()
        .describe('Command that is to read it: what that cannot read is refused in its words'),
    }),
    answer: async ({ input, ports, body, reader }) => {
      const kept = await ports.keepFile({ name: input.name, readBy: input.for }, body);
      if ('refusal' in kept) return kept;
      // Who may not read must not find out by sending a file whether it is here.
      const { known, ...file } = kept;
      return { ...file, file: kept.hash, ...(reader.sees === 'all' ? { known } : {}) };
    },
  }),
];

function fileOfEvidence(
  { programme, reader }: Pick<Asked<unknown>, 'programme' | 'reader'>,
  evidence: string,
) {
  const piece = programme.controls.evidence.get(evidence);
  const owners = piece?.controls.map((control) => programme.controls.controls.get(control)?.owner) ?? [];
  if (!piece || !owners.some((owner) => maySee(reader, owner)))
    return refuse('missing', 'evidence.unknown', { evidence });
  return piece.file ?? refuse('missing', 'evidence.no-file');
}
