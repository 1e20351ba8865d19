import { id, refuse } from '@concord/programme';
import { documentList, documentSheet, documentStatuses } from '@concord/views';
import { z } from 'zod';
import { timed } from '../../query/inputs.ts';
import { previewOf } from '../../query/preview.ts';
import { query } from '../../query/query.ts';
import { withName, withNames } from './names.ts';
import { listed, reading } from './reading.ts';

/** Documented information. */
export const documentQueries = [
  query({
    ...reading,
    name: 'documents list',
    path: '/documents',
    summary: 'What is written down and kept, in which version, and whether it is approved',
    input: z.strictObject({
      ...listed,
      kind: z.enum(['document', 'record']).optional().describe('Whether it is maintained, or kept as it is'),
      status: z.enum(documentStatuses).optional().describe('How it stood on the day'),
      scope: id.optional().describe('Scope that it is for'),
      framework: id.optional().describe('Id of the framework'),
      need: id.optional().describe('Id of a need that it meets, e.g. DOC-02'),
    }),
    answer: async (asked) => withNames(asked, documentList(asked, asked.input)),
  }),
  query({
    ...reading,
    name: 'documents show',
    path: '/documents/{document}',
    summary: 'One document, with the needs that it meets and the actions on it',
    input: z.strictObject({ ...timed, document: id.describe('Id of the document') }),
    answer: async (asked) => withName(asked, documentSheet(asked, asked.input.document)),
  }),
  query({
    ...reading,
    name: 'documents file',
    path: '/documents/{document}/file',
    summary: 'The file of a document',
    input: z.strictObject({ ...timed, document: id.describe('Id of the document') }),
    answer: (asked) => {
      const sheet = documentSheet(asked, asked.input.document);
      if ('refusal' in sheet) return sheet;
      return sheet.file ? { send: sheet.file } : refuse('missing', 'document.no-file');
    },
  }),
  query({
    ...reading,
    name: 'documents preview',
    path: '/documents/{document}/preview',
    summary: 'The beginning of the file of a document: its text, or the first rows of its sheets',
    input: z.strictObject({ ...timed, document: id.describe('Id of the document') }),
    answer: (asked) => {
      const sheet = documentSheet(asked, asked.input.document);
      if ('refusal' in sheet) return sheet;
      return previewOf(asked, sheet.file ?? refuse('missing', 'document.no-file'));
    },
  }),
];
