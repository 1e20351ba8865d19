import { describe, expect, it } from 'vitest';
import { type Block, linesOf, type TableBlock, textOf } from '../blocks.ts';
import { sampleView } from '../testing/sample.ts';
import { sampleDocument } from '../testing/sample-document.ts';
import type { StatementRow } from './statement-of-applicability/view.ts';

const tablesOf = (blocks: readonly Block[]) =>
  blocks.filter((block): block is TableBlock => block.kind === 'table' && block.dataset === 'statement');
const rowsOf = (blocks: readonly Block[]) =>
  tablesOf(blocks).flatMap((table) =>
    table.rows.map((row) => row.map((cell) => linesOf(cell).map(textOf).join(' | '))),
  );

/** The sample with its first row changed; answers that row's cells. */
function writeFirstRow(change: Partial<StatementRow>, strict = false): string[] {
  const view = sampleView();
  const [first, ...others] = view.rows;
  const changed = { ...view, rows: [{ ...first!, ...change }, ...others] };
  return rowsOf(sampleDocument(changed, { strict }).blocks)[0]!;
}

describe('given the statement of a whole Annex A', () => {
  it('when it is written, then four themes hold the 93 controls in their order', () => {
    const { blocks } = sampleDocument();
    expect(tablesOf(blocks).map((table) => table.rows.length)).toEqual([37, 8, 14, 34]);
    expect(rowsOf(blocks).map((row) => row[0])).toEqual(sampleView().rows.map((row) => row.id));
  });

  it('when it is written, then rule, practice and own computation each have their note', () => {
    const notes = sampleDocument().blocks.flatMap((block) => (block.kind === 'note' ? [block.source] : []));
    expect(notes).toEqual(['rule', 'practice', 'own computation']);
  });

  it('when it is written, then the counts of unclaimed and unknown stand with the interval', () => {
    const { numbers } = sampleView();
    const interval = sampleDocument().blocks.find((block) => block.kind === 'interval');
    expect(interval).toMatchObject({ n: numbers.n, met: numbers.met, possible: numbers.possible });
    expect(interval?.words).toContain(`Unclaimed: ${numbers.unclaimed} `);
    expect(interval?.words).toContain(`Unknown: ${numbers.unknown}.`);
  });
});

describe('given a row', () => {
  it('when an applicable control has no reason, then the gap in the record is said', () => {
    expect(writeFirstRow({ reasons: [] })[3]).toBe('No reason recorded');
  });

  it('when it is excluded, then its justification stands there, or that there is none', () => {
    const excluded = { applicability: 'excluded', controls: [], word: 'Excluded', mark: 'excluded' } as const;
    expect(writeFirstRow({ ...excluded, exclusionReason: 'We own no site.' }).slice(2)).toEqual([
      'No | 9 Mar 2026 | I. Hauser',
      'We own no site.',
      'Excluded',
      '',
    ]);
    expect(writeFirstRow({ ...excluded, exclusionReason: ' ' })[3]).toBe('No justification recorded');
  });

  it('when it is partly in place, then the strict copy prints the standard’s No', () => {
    const partly = { implementation: 'partly', word: 'Partly', mark: 'partly' } as const;
    expect(writeFirstRow(partly)[4]).toBe('Partly | Partly');
    expect(writeFirstRow(partly, true)[4]).toBe('No | Partly');
  });

  it('when controls are hidden from the reader, then they are counted', () => {
    expect(writeFirstRow({ controls: [], hiddenControls: 2 })[5]).toBe(
      'and 2 controls not shown to this reader | Evidence: 2 fresh',
    );
  });
});

describe('given an approval', () => {
  const approval = {
    by: 'Ingrid Hauser',
    as: 'Managing director',
    on: '2026-03-09',
    content: '4be1'.repeat(16),
  };

  it('when there is none, then the document says so and leaves lines to sign', () => {
    const { status, blocks } = sampleDocument();
    expect(status).toBe('Version 3.2, not approved');
    expect(blocks.some((block) => block.kind === 'table' && block.form)).toBe(true);
  });

  it('when it is given, then who, when and which content stand there', () => {
    const { status, blocks, running } = sampleDocument(sampleView(), { approval });
    expect(status).toBe('Version 3.2, approved 9 Mar 2026');
    expect(running.foot).toContain('approved 9 Mar 2026');
    expect(JSON.stringify(blocks)).toContain(approval.content);
    expect(blocks.some((block) => block.kind === 'table' && block.form)).toBe(false);
  });
});
