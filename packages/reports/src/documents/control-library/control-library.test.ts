import { describe, expect, it } from 'vitest';
import { onPage } from '../../render/drawing/on-page.ts';
import { captioned, headingsOf, rowsOf, writeSample } from '../../testing/tables-told.ts';
import { bookView } from '../../testing/views/index.ts';

describe('given the book of controls', () => {
  const document = writeSample('control-library', bookView());
  const rows = rowsOf(document, 'controls');

  it('then each family has a section, those in none come last, and each control stands once', () => {
    expect(headingsOf(document)).toEqual(['The library in figures', 'Access', 'Backup', 'In no family']);
    expect(rows.map(([code]) => code)).toEqual(['AC-01', 'AC-02', 'BK-01', 'X-01']);
    expect(document.lead).toBe(
      '3 controls are in use: 2 in operation, 2 with evidence that counts. 1 control is not needed here: it is listed, and not counted. 3 more controls are not shown to this reader. 1 control has been retired and is not listed.',
    );
  });

  it('then what is of no use here is counted nowhere, and its family says that it is there', () => {
    const figures = document.blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []));
    expect(figures.map(({ figure }) => figure)).toEqual(['3', '2', '2', '0']);
    const told = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(told).toContain('1 control is not needed here: it is listed, and not counted.');
  });

  it('then a control says what it is claimed for, in each framework, and what qualifies that', () => {
    expect(rows[0]?.[7]).toBe(
      'ISO/IEC 27001: A.5.18; contributes, proposed, low confidence: A.5.15 | NIST CSF 2.0: ' +
        'with others: PR.AA-05; one part: PR.AA-01; exactly: PR.AA-02',
    );
    expect(captioned(document, 'What the controls are claimed for')).toEqual([
      ['ISO/IEC 27001', '1', '1', '1'],
      ['NIST CSF 2.0', '1', '3', '0'],
    ]);
  });

  it('then what is not known of a control is said', () => {
    expect(rows[2]?.slice(1)).toEqual([
      'Quarterly access review',
      'Backup',
      'No owner | Quarterly | in Site Dresden',
      'Not needed here',
      'Not described | Not needed now; it is where: we keep own servers',
      '',
      'Nothing',
      '',
    ]);
    expect(rows[1]?.[4]).toBe('Partly in place | design not accepted | due since 30 Jan 2027, in grace');
  });

  it('then on a page a control is a record under its name: what is known of it, and nothing that is empty', () => {
    const set = onPage(document.blocks);
    const at = set.findIndex((block) => block.kind === 'heading' && block.text.startsWith('BK-01'));
    const record = set[at + 1];
    const facts = record?.kind === 'facts' && record.record ? record.facts : [];
    expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Owner, how often: No owner · Quarterly · in Site Dresden',
      'State: Not needed here',
      'What is done: Not described\nNot needed now; it is where: we keep own servers',
      'Claimed for: Nothing',
    ]);
  });
});
