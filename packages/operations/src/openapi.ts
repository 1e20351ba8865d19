import type { Command } from '@concord/programme';
import { z } from 'zod';
import { takesFile } from './request.ts';
import {
  addressOf,
  apiRoot,
  canPreview,
  inputSchema,
  isOfOrganisation,
  type JsonSchema,
  membersOf,
  pathMembers,
  type Row,
  rows,
} from './rows.ts';
import { foretoldSchema, toldSchema } from './told.ts';

const problem = { $ref: '#/components/responses/Problem' };

/** OpenAPI 3.1, derived from the rows: nothing is described by hand that a row already says. */
export function openApi(version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const row of rows) {
    const address = addressOf(row);
    paths[address] = { ...paths[address], [row.row.method.toLowerCase()]: operationOf(row) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Concord',
      version,
      description: 'One information-security programme, every framework’s report.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      responses: { Problem: problemResponse },
      schemas: { Told: answerSchema(toldSchema), Foretold: answerSchema(foretoldSchema) },
    },
  };
}

const problemResponse = {
  description: 'Why not, and what to do next (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'detail'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          detail: { type: 'string' },
          path: { type: 'string', description: 'The member of the input that is at fault' },
          alike: {
            type: 'array',
            description: 'The same, those that say the same told as one: how many, and where',
            items: {
              type: 'object',
              properties: {
                at: { type: 'string' },
                code: { type: 'string' },
                detail: { type: 'string' },
                count: { type: 'integer' },
              },
            },
          },
          sheets: {
            type: 'array',
            description: 'Of a workbook several sheets of which may be meant: their names',
            items: { type: 'string' },
          },
          notices: {
            type: 'array',
            description: 'What should be known besides, in words',
            items: { type: 'string' },
          },
          errors: {
            type: 'array',
            description: 'Every fault in a file that was sent, each at its place',
            items: {
              type: 'object',
              properties: { at: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
            },
          },
        },
      },
    },
  },
};

function operationOf(row: Row): object {
  const { name, summary, permission, method } = row.row;
  const guarded = row.kind === 'command' && row.row.guards !== undefined;
  return {
    operationId: name.replaceAll(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary,
    tags: [name.split(' ')[0]],
    'x-permission': permission,
    'x-command-line': `concord ${name}`,
    parameters: [...parametersOf(row), ...(row.kind === 'command' ? ofCommand(row.row, guarded) : [])],
    ...(method === 'GET' ? {} : { requestBody: bodyOf(row) }),
    responses: { '2XX': doneResponse(row), '4XX': problem, '5XX': problem },
  };
}

function answerSchema(schema: z.ZodType): object {
  const { $schema: _dialect, ...stated } = z.toJSONSchema(schema, { io: 'output' });
  return stated;
}

/** A command says what it wrote, or would write; what a query answers is its own. */
function doneResponse(row: Row): object {
  if (row.kind === 'query') return { description: 'Done' };
  const told = { $ref: '#/components/schemas/Told' };
  const schema = canPreview(row.row) ? { anyOf: [told, { $ref: '#/components/schemas/Foretold' }] } : told;
  return { description: 'Done', content: { 'application/json': { schema } } };
}

function parametersOf(row: Row): object[] {
  const inPath = pathMembers(row);
  const inQuery = row.row.method === 'GET' || takesFile(row);
  const organisation = { name: 'organisation', in: 'path', required: true, schema: { type: 'string' } };
  return [
    ...(isOfOrganisation(row) ? [organisation] : []),
    ...membersOf(row)
      .filter((member) => inPath.includes(member.name) || inQuery)
      .map(({ name, required, description, schema }) =>
        inPath.includes(name)
          ? { name, in: 'path', required: true, description, schema }
          : { name, in: 'query', required, description, schema },
      ),
  ];
}

function ofCommand(row: Pick<Command, 'intake' | 'permission'>, guarded: boolean): object[] {
  const preview = {
    name: 'preview',
    in: 'query',
    required: false,
    description: 'Decide and say what would be written; write nothing',
    schema: { type: 'boolean' },
  };
  return canPreview(row) ? [preview, ...headersOf(guarded)] : headersOf(guarded);
}

function headersOf(guarded: boolean): object[] {
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', maxLength: 200 },
  };
  const match = {
    name: 'If-Match',
    in: 'header',
    required: false,
    description:
      'ETag of the record that was seen; needed once the record exists (else 428, with the ETag that it has now)',
    schema: { type: 'string' },
  };
  return guarded ? [key, match] : [key];
}

function bodyOf(row: Row): object {
  if (takesFile(row)) return { required: true, content: { 'application/octet-stream': { schema: {} } } };
  const inPath = pathMembers(row);
  const { properties = {}, required = [], ...rest } = inputSchema(row);
  const schema: JsonSchema = {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name))),
    required: required.filter((name) => !inPath.includes(name)),
  };
  return { required: true, content: { 'application/json': { schema } } };
}

export const openApiAddress = `${apiRoot}/openapi.json`;
