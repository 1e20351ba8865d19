import { describe, expect, it } from 'vitest';
import { partsOf } from '../../testing/office.ts';
import { documentOf } from '../../testing/sample-blocks.ts';
import { workbookWords } from '../../wording/workbook-words.ts';
import { renderXlsx } from './xlsx.ts';

describe('given a document, when its workbook is printed', () => {
  it('then each printed page says whose it is, of which day, and which page of how many', () => {
    const foot = `${'&'.repeat(120)} as of today`;
    const running = { left: 'Reed & Sons · Yard', right: 'Library', foot };
    const sheets = [...partsOf(renderXlsx({ ...documentOf(), running }, workbookWords('en')))].filter(
      ([name]) => name.includes('sheets/'),
    );
    expect(sheets.length).toBeGreaterThan(1);
    for (const [, { text }] of sheets) {
      const [, above = '', below = ''] =
        /<headerFooter><oddHeader>(.*)<\/oddHeader><oddFooter>(.*)<\/oddFooter><\/headerFooter><\/worksheet>$/.exec(
          text,
        ) ?? [];
      expect(above).toBe('&amp;LReed &amp;&amp; Sons · Yard&amp;RLibrary');
      expect(below).toMatch(/^&amp;L(&amp;&amp;)+&amp;R&amp;P \/ &amp;N$/);
      expect(below.replaceAll('&amp;', '&').length).toBeLessThanOrEqual(255);
    }
  });
});
