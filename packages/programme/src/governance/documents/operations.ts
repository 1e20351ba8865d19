import { type Command, command, type Evolver } from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';
import { approvalEvolvers, approveDocument, retireDocument } from './approval.ts';
import {
  type AddDocumentTakenIn,
  addDocument,
  type ChangeDocumentTakenIn,
  changeDocument,
  documentEvolvers,
} from './document.ts';
import {
  type AddDocument,
  addDocumentInput,
  approveDocumentInput,
  type ChangeDocument,
  changeDocumentInput,
  retireDocumentInput,
} from './inputs.ts';

/** What is written down and kept, in which version, and who approved it. */
export const documentCommands: readonly Command<WithGovernance>[] = [
  command<WithGovernance, AddDocument, AddDocumentTakenIn>({
    name: 'documents add',
    method: 'POST',
    path: '/documents',
    permission: 'governance.write',
    summary: 'Add a document or record, with the needs of frameworks that it meets',
    input: addDocumentInput,
    intake: 'file',
    rule: addDocument,
  }),
  command<WithGovernance, ChangeDocument, ChangeDocumentTakenIn>({
    name: 'documents change',
    method: 'PATCH',
    path: '/documents/{document}',
    permission: 'governance.write',
    summary: 'Change a document; another version or content has to be approved again',
    input: changeDocumentInput,
    guards: (_state, { document }) => ({ kind: 'document', id: document }),
    intake: 'file',
    rule: changeDocument,
  }),
  command({
    name: 'documents approve',
    method: 'POST',
    path: '/documents/{document}/approval',
    permission: 'governance.write',
    summary: 'Record that a version of a document was approved',
    input: approveDocumentInput,
    guards: (_state, { document }) => ({ kind: 'document', id: document }),
    rule: approveDocument,
  }),
  command({
    name: 'documents retire',
    method: 'POST',
    path: '/documents/{document}/retirement',
    permission: 'governance.write',
    summary: 'Retire a document; it stays in the register',
    input: retireDocumentInput,
    guards: (_state, { document }) => ({ kind: 'document', id: document }),
    rule: retireDocument,
  }),
];

export const documentRoomEvolvers: readonly Evolver<Governance>[] = [
  ...documentEvolvers,
  ...approvalEvolvers,
];
