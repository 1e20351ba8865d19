import { flatTables } from '@concord/views';
import { z } from 'zod';
import { fileNameOf } from '../query/file-name.ts';
import { timed } from '../query/inputs.ts';
import { query } from '../query/query.ts';

/** What other tools may read: nobody else reads our own tables. */
export const tableQueries = [
  query({
    name: 'export tables',
    method: 'GET',
    path: '/exports/tables',
    reach: 'organisation',
    permission: 'programme.read',
    reader: 'whole',
    timed: true,
    long: true,
    restsOn: 'requirements',
    summary: 'Flat documented tables for other tools: CSV files in a ZIP, or one SQLite file',
    input: z.strictObject({
      ...timed,
      format: z
        .enum(['zip', 'sqlite'])
        .default('zip')
        .describe('CSV files with a README in a ZIP, or one SQLite file'),
    }),
    answer: async ({ input, programme, organisation, on, head, reader, memory, ports }) => {
      const named = await ports.people([...programme.governance.people.keys()]);
      const people = [...programme.governance.people.keys()]
        .sort()
        .map((id) => ({ id, name: named.get(id)?.name ?? '' }));
      const tables = flatTables({ programme, organisation, on, head, reader, memory }, people);
      const fileName = fileNameOf({ programme, on }, `tables-at-${programme.position}`);
      return { stream: ports.tables({ format: input.format, tables, fileName }) };
    },
  }),
];
