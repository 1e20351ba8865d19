import { z } from 'zod';
import { clearable, id, line, localDate, text } from '../../foundation/index.ts';
import { webAddress } from '../references/index.ts';
import { wholeOrganisation } from '../scope.ts';

const document = id.describe('Id of the document');
const members = {
  title: line(300).describe('What it is called'),
  kind: z
    .enum(['document', 'record'])
    .describe('A document is maintained in versions, a record kept as it is'),
  meets: z
    .array(z.strictObject({ framework: id, need: id }))
    .max(100)
    .describe('Needs of frameworks that it meets, framework:need, e.g. iso27001-2022:DOC-02'),
  version: line(50).describe('Version, as it is written on it'),
  owner: id.describe('Id of the person who keeps it'),
  reviewOn: localDate.describe('Day of the next review'),
  link: webAddress.describe('Address where it lies'),
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is no SHA-256 of a file')
    .meta({
      fromFile: 'sent',
      description: 'SHA-256 of a file sent before with `files add`; on the command line a path will do',
    }),
  scope: id.describe('Scope that it is for'),
};

export const addDocumentInput = z.strictObject({
  title: members.title,
  kind: members.kind.default('document'),
  meets: members.meets.default([]),
  version: members.version.default('1'),
  owner: members.owner.optional(),
  reviewOn: members.reviewOn.optional(),
  link: members.link.optional(),
  file: members.file.optional(),
  scope: members.scope.default(wholeOrganisation),
});
export const changeDocumentInput = z.strictObject({
  document,
  ...z.object(members).partial().shape,
  owner: clearable(members.owner),
  reviewOn: clearable(members.reviewOn),
  link: clearable(members.link),
});
export const approveDocumentInput = z.strictObject({
  document,
  version: members.version.optional().describe('Version that is approved; the one it has when left out'),
  approver: id.optional().describe('Id of the person who approved it; you when left out'),
  effective: localDate.optional().describe('Day of the approval; not in the future, today when left out'),
  reviewOn: members.reviewOn.optional(),
});
export const retireDocumentInput = z.strictObject({
  document,
  effective: localDate
    .optional()
    .describe('First day on which it is no longer in force; not in the future, today when left out'),
  reason: text(1000).optional().describe('Why'),
});

export type AddDocument = z.infer<typeof addDocumentInput>;
export type ChangeDocument = z.infer<typeof changeDocumentInput>;
export type ApproveDocument = z.infer<typeof approveDocumentInput>;
export type RetireDocument = z.infer<typeof retireDocumentInput>;
