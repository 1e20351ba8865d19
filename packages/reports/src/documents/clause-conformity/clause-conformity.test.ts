import { describe, expect, it } from 'vitest';
import { captioned, headingsOf, rowsOf, writeSample } from '../../testing/tables-told.ts';
import { clauseView } from '../../testing/views/index.ts';

describe('given how clauses conform', () => {
  const document = writeSample('clause-conformity', clauseView());

  it('then each clause at the top has a section and a bar, and every clause stands once', () => {
    expect(headingsOf(document).slice(1, 5)).toEqual([
      'Clause 4 Context',
      'Clause 5 Leadership',
      'Clause 6 Planning',
      'Clause 8 Operation',
    ]);
    expect(rowsOf(document, 'clauses').map(([id]) => id)).toEqual(['4.3', '5.2', '6.1.3', '8.3']);
    const bars = document.blocks.find((block) => block.kind === 'bars');
    expect(bars?.rows.map(({ n, met, possible }) => [n, met, possible])).toEqual([
      [1, 0, 1],
      [1, 1, 1],
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });

  it('then what the clauses call for in writing stands once, in order, with what there is of it', () => {
    const listed = captioned(document, 'Documented information');
    expect(listed?.map(([id]) => id)).toEqual(['DOC-01', 'DOC-02', 'DOC-04', 'DOC-06', 'DOC-13']);
    expect(listed?.[0]?.[3]).toBe('Record: stated on 1 Feb 2026');
    expect(listed?.[1]?.slice(3)).toEqual([
      'Security policy | version 2.1 · approved 3 Mar 2026 by Ida Sample · review 3 Mar 2027 | policy.pdf',
      'approved',
    ]);
    expect(listed?.[2]?.[3]).toContain('was to be reviewed by 1 May 2026');
    expect(listed?.[3]?.slice(1)).toEqual([
      '6.1.3.e | 8.3',
      expect.stringContaining('document and records'),
      'Nothing yet',
      'no document',
    ]);
    expect(listed?.[4]?.[3]).toContain('only a draft');
    expect(listed?.[4]?.[3]).toContain('and 1 document not shown to this reader');
  });

  it('then a control that is excluded calls for nothing, and other documents are listed too', () => {
    const conditional = captioned(document, 'What controls of Annex A call for in writing');
    expect(conditional?.map((row) => [row[0], row[4]])).toEqual([
      ['A.8.9', 'approved'],
      ['A.5.31', 'kept in Concord, incomplete'],
      ['A.6.6', 'not called for'],
    ]);
    expect(captioned(document, 'Further documents')?.[0]?.[0]).toContain('Travel rules');
  });

  it('then what a record kept in Concord answers names that record beside its state', () => {
    const conditional = captioned(document, 'What controls of Annex A call for in writing');
    expect(conditional?.map(([control, , , there]) => [control, there])).toContainEqual([
      'A.5.31',
      'Record: obligations: 8',
    ]);
  });
});
