import { afterEach, describe, expect, it, vi } from 'vitest';
import { documents, renderDocument } from './index.ts';
import { sampleView } from './testing/sample.ts';

const document = documents['statement-of-applicability'](sampleView(), { language: 'en' });

afterEach(() => vi.useRealTimers());

describe('given a document', () => {
  it('when it is rendered as JSON, then it reads back as it was', async () => {
    const { mediaType, bytes } = await renderDocument(document, 'json');
    expect(mediaType).toBe('application/json');
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({ concord: 'document 1', document });
  });

  it('when it is rendered as JSON with the view it was set from, then both are in it', async () => {
    const { bytes } = await renderDocument(document, 'json', { view: { rows: [1] } });
    const read = JSON.parse(new TextDecoder().decode(bytes));
    expect(read).toEqual({ concord: 'document 1', document, view: { rows: [1] } });
  });

  it('when it is rendered as HTML and CSV, then each says what it is', async () => {
    const html = await renderDocument(document, 'html');
    const csv = await renderDocument(document, 'csv');
    expect(html.mediaType).toContain('text/html');
    expect(csv.mediaType).toContain('text/csv');
    expect(new TextDecoder().decode(html.bytes)).toMatch(/^<!doctype html>/);
    expect([...csv.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each(['json', 'html', 'csv', 'xlsx', 'docx'] as const)(
    'when it is written and rendered as %s on another day, then the bytes are the same',
    async (format) => {
      const before = await renderDocument(document, format);
      vi.useFakeTimers({ now: new Date('2031-02-03T23:59:59Z'), toFake: ['Date'] });
      const later = documents['statement-of-applicability'](sampleView(), { language: 'en' });
      expect(await renderDocument(later, format)).toEqual(before);
    },
  );

  it('when a PDF is asked for without a press, then it says what is missing', async () => {
    await expect(renderDocument(document, 'pdf')).rejects.toThrow('needs a press');
  });
});
