import type { FlatTable } from '@concord/views';

/** What each table and column means, for who reads the files without Concord at hand. */
export function tableGuide(tables: readonly FlatTable[]): string {
  const head = `# Tables of a programme

One CSV file for each table: RFC 4180, UTF-8, headings in the first line. Dates are YYYY-MM-DD, truths are true or false,
an empty cell says that nothing was said. A text that a spreadsheet would calculate has an apostrophe before it. Ids
never change; \`table.column\` in a meaning says where an id leads.

Results are those of the day and the position in about.csv: they are worked out, not recorded, and another day has others.
`;
  return [head, ...tables.map(sectionOf)].join('\n');
}

function sectionOf({ name, meaning, columns }: FlatTable): string {
  const rows = columns.map((column) => `| ${column.name} | ${column.type} | ${column.meaning} |`);
  return `## ${name}\n\n${meaning}.\n\n| column | type | meaning |\n|---|---|---|\n${rows.join('\n')}\n`;
}
