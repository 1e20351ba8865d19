import { z } from 'zod';

const count = z.int().min(0);
const notices = z.array(z.string()).readonly().optional().describe('What should be known, in words');
const columns = z
  .array(
    z
      .strictObject({
        table: z.string().describe('Sheet, or list of JSON, that it stands in'),
        form: z.enum(['controls', 'claims']),
        heading: z.string(),
        letters: z.string(),
        samples: z.array(z.string()).readonly(),
        field: z.string().optional().describe('What it is read as; absent where it is left out'),
        near: z.string().optional().describe('The field whose heading it nearly has'),
      })
      .readonly(),
  )
  .readonly()
  .optional()
  .describe('Of a table that was sent: what its columns are taken for, with the first values');
const strangers = z
  .array(
    z
      .strictObject({
        name: z.string().optional(),
        mail: z.string().optional().describe('In place of the name, where the file names an address'),
        near: z.string().optional().describe('Who is here and is nearly called that'),
      })
      .readonly(),
  )
  .readonly()
  .optional()
  .describe('Whom a table that was sent names and who is nobody here; `people add-many` adds them');
const recordNamed = z.strictObject({ kind: z.string(), id: z.string() });

/** What a command answers once it is recorded; the same again under the same Idempotency-Key, without its notices. */
export const toldSchema = z
  .strictObject({
    organisation: z.string(),
    id: z.string().optional().describe('Id of what it is about, where there is one'),
    kind: z.string().optional(),
    revision: count.optional().describe('Revision of the record, for the next If-Match'),
    position: count.describe('Its last entry; `undo` takes the command back by it'),
    batch: z.string().optional(),
    at: z.string().optional().describe('When it was recorded'),
    records: z.array(recordNamed.extend({ revision: count }).readonly()).readonly(),
    unchanged: z.boolean().describe('It was so already, and nothing was written'),
    undoable: z
      .boolean()
      .optional()
      .describe(
        'Whether `undo` takes it back, until something is changed or built upon it; absent if unchanged',
      ),
    notices,
    key: z.string().optional().describe('A key that was made, shown this once'),
  })
  .readonly();

/** What a command would write, asked with `preview`. */
export const foretoldSchema = z
  .strictObject({
    organisation: z.string(),
    preview: z.literal(true),
    position: count.describe('Position that it was decided on'),
    facts: count.describe('How many facts it would write'),
    types: z.record(z.string(), count).readonly().describe('How many of each type'),
    first: z
      .array(z.strictObject({ type: z.string(), record: recordNamed, data: z.looseObject({}) }).readonly())
      .readonly()
      .describe('The first of them'),
    unchanged: z.boolean().describe('It is so already, and nothing would be written'),
    undoable: z
      .boolean()
      .optional()
      .describe('Whether `undo` could take it back; absent where nothing would be written'),
    notices,
    columns,
    strangers,
  })
  .readonly();

/** What a command answers once it is recorded. */
export type Told = z.infer<typeof toldSchema>;

/** What a command would write, asked with `preview`. */
export type Foretold = z.infer<typeof foretoldSchema>;
