import { describe, expect, it } from 'vitest';
import { openApi, openApiAddress } from './openapi.ts';
import { takesFile } from './request.ts';
import { addressOf, canPreview, membersOf, pathMembers, rows } from './rows.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: object;
}

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: { properties?: object; required?: string[] } }> };
  responses: Record<string, { $ref?: string; description?: string }>;
  'x-permission': string;
}

interface Document {
  openapi: string;
  info: { title: string; version: string; license: { name: string; identifier: string } };
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, object>>;
}

const written = JSON.parse(JSON.stringify(openApi('1.2.3'))) as Document;
const operations = Object.entries(written.paths).flatMap(([address, item]) =>
  Object.entries(item).map(([method, operation]) => ({ address, method, operation })),
);

/** Every `$ref` of a document, and what it points at. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === '$ref' ? [each as string] : references(each),
  );
}

describe('the OpenAPI document', () => {
  it('is of version 3.1, with title, version and licence', () => {
    expect(written.openapi).toBe('3.1.0');
    expect(written.info).toMatchObject({
      title: 'Concord',
      version: '1.2.3',
      license: { identifier: 'Apache-2.0' },
    });
    expect(openApiAddress).toBe('/api/v1/openapi.json');
  });

  it('has every row, once, and nothing else', () => {
    const stated = rows.map((row) => `${row.row.method.toLowerCase()} ${addressOf(row)}`);
    expect(operations.map(({ method, address }) => `${method} ${address}`).sort()).toEqual(stated.sort());
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/);
  });

  it('declares every member of each path, and no other', () => {
    for (const { address, operation } of operations) {
      const inAddress = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const inPath = operation.parameters.filter((each) => each.in === 'path');
      expect(inPath.map(({ name }) => name).sort(), address).toEqual(inAddress.sort());
      expect(inPath.every(({ required }) => required)).toBe(true);
      const places = operation.parameters.map((each) => `${each.in} ${each.name}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('puts every member of an input in exactly one place', () => {
    for (const row of rows) {
      const operation = written.paths[addressOf(row)]?.[row.row.method.toLowerCase()] as Operation;
      const [content] = Object.values(operation.requestBody?.content ?? {});
      const inBody = Object.keys(content?.schema.properties ?? {});
      const parameters = operation.parameters.filter(
        ({ in: place, name }) => place !== 'header' && name !== 'organisation',
      );
      const ofInput = parameters.filter(({ name }) => name !== 'preview').map(({ name }) => name);
      const all = [...ofInput, ...inBody].sort();
      expect(all, row.row.name).toEqual(
        membersOf(row)
          .map(({ name }) => name)
          .sort(),
      );
      expect(content?.schema.required ?? []).not.toEqual(
        expect.arrayContaining(pathMembers(row).length > 0 ? pathMembers(row) : ['']),
      );
    }
  });

  it('has a body where one is sent, none for GET, and bytes for a file', () => {
    for (const row of rows) {
      const operation = written.paths[addressOf(row)]?.[row.row.method.toLowerCase()] as Operation;
      const kinds = Object.keys(operation.requestBody?.content ?? {});
      if (row.row.method === 'GET') expect(kinds).toEqual([]);
      else expect(kinds).toEqual([takesFile(row) ? 'application/octet-stream' : 'application/json']);
    }
  });

  it('asks for the revision where a record is guarded, and for a key with every command', () => {
    for (const row of rows) {
      const operation = written.paths[addressOf(row)]?.[row.row.method.toLowerCase()] as Operation;
      const headers = operation.parameters.filter((each) => each.in === 'header').map(({ name }) => name);
      const guarded = row.kind === 'command' && row.row.guards !== undefined;
      const expected = row.kind === 'query' ? [] : ['Idempotency-Key', ...(guarded ? ['If-Match'] : [])];
      expect(headers, row.row.name).toEqual(expected);
    }
  });

  it('says of each command what it answers, with whether that can be undone, and what a preview does', () => {
    for (const row of rows) {
      const operation = written.paths[addressOf(row)]?.[row.row.method.toLowerCase()] as Operation;
      const told = references(operation.responses['2XX']).map((each) => each.split('/').at(-1));
      const previewed = row.kind === 'command' && canPreview(row.row) ? ['Foretold'] : [];
      expect(told, row.row.name).toEqual(row.kind === 'command' ? ['Told', ...previewed] : []);
    }
    for (const schema of Object.values(written.components.schemas ?? {}))
      expect(schema).toHaveProperty('properties.undoable.type', 'boolean');
  });

  it('says what each needs, how it is answered, and points only at what is there', () => {
    for (const { operation } of operations) {
      expect(operation['x-permission']).not.toBe('');
      expect(operation.summary).not.toBe('');
      expect(Object.keys(operation.responses)).toEqual(['2XX', '4XX', '5XX']);
    }
    const pointed = [...new Set(references(written))].sort();
    expect(pointed).toEqual(
      ['responses/Problem', 'schemas/Foretold', 'schemas/Told'].map((each) => `#/components/${each}`),
    );
    expect(written.components.responses).toHaveProperty('Problem');
    expect(Object.keys(written.components.schemas ?? {}).sort()).toEqual(['Foretold', 'Told']);
    expect(written.components.securitySchemes).toHaveProperty('token');
  });
});
