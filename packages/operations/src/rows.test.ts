import { mayDo, permissions, roles } from '@concord/programme';
import { describe, expect, it } from 'vitest';
import { addressOf, isOfOrganisation, membersOf, pathMembers, rowNamed, rows } from './rows.ts';

const named = rows.map((row) => [row.row.name, row] as const);

describe('the rows', () => {
  it('have each a name, and an address and method, of their own', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(new Set(named.map(([name]) => name)).size).toBe(rows.length);
    const places = rows.map((row) => `${row.row.method} ${addressOf(row).replaceAll(/\{\w+\}/g, '{}')}`);
    expect(new Set(places).size).toBe(rows.length);
    for (const [name, row] of named) expect(rowNamed(name)).toBe(row);
    expect(rowNamed('nothing')).toBeUndefined();
  });

  it('hide none of one another behind a member of the path', () => {
    const shapes = rows.map((row) => ({ method: row.row.method, parts: addressOf(row).split('/') }));
    for (const one of shapes) {
      for (const other of shapes) {
        if (one === other || one.method !== other.method || one.parts.length !== other.parts.length) continue;
        const matches = one.parts.every((part, at) => part.startsWith('{') || part === other.parts[at]);
        expect(matches, `${one.parts.join('/')} takes ${other.parts.join('/')}`).toBe(false);
      }
    }
  });

  it('of commands and queries are told apart by method, and a query by GET changes nothing', () => {
    for (const { kind, row } of rows) {
      if (kind === 'command') expect(['POST', 'PUT', 'PATCH', 'DELETE']).toContain(row.method);
      else expect(['GET', 'POST']).toContain(row.method);
    }
  });
});

describe.each(named)('%s', (name, row) => {
  it('needs a permission that exists, and that some role has', () => {
    const { permission } = row.row;
    if (name === 'organisations create') expect(permission).toBe('organisation.create');
    else if (permission === 'signed-in' || permission === 'platform.back-up')
      expect(isOfOrganisation(row)).toBe(false);
    else {
      expect(permissions).toContain(permission);
      expect(roles.some((role) => mayDo[role].some((each) => each === permission))).toBe(true);
    }
  });

  it('takes every member of its path, and says what each member is', () => {
    const members = membersOf(row);
    for (const member of pathMembers(row)) {
      expect(members.find((each) => each.name === member)).toMatchObject({ required: true });
    }
    for (const member of members) {
      if (member.schema.properties === undefined) expect(member.description, member.name).not.toBe('');
      expect(member.name).not.toBe('organisation');
    }
    expect(row.row.summary).toMatch(/^[A-Z“].*[^.]$/s);
  });

  it('guards a record when it replaces or changes one', () => {
    if (row.kind !== 'command') return;
    const replaces = row.row.method === 'PUT' || row.row.method === 'PATCH';
    if (replaces) expect(row.row.guards).toBeTypeOf('function');
    if (row.row.method === 'DELETE') expect(row.row.guards).toBeTypeOf('function');
  });

  it('says whether its reader is masked: who may read only their own never reads whole', () => {
    if (row.kind !== 'query') return;
    const { permission, reader, reach, timed } = row.row;
    if (permission === 'own.read') expect(reader).toBe('masked');
    if (reader === 'whole' && reach === 'organisation') {
      expect(mayDo.control_owner.some((each) => each === permission)).toBe(false);
    }
    const takesDay = membersOf(row).some((member) => member.name === 'on');
    expect(takesDay).toBe(timed);
    expect(membersOf(row).some((member) => member.name === 'knownAt')).toBe(timed);
  });

  it('has a strict input: what it does not know is refused', () => {
    const parsed = row.row.input.safeParse({ noMemberOfThisName: 1 });
    expect(JSON.stringify(parsed.error?.issues)).toContain('unrecognized_keys');
  });
});
