import { appendFileSync } from 'node:fs';
import { it } from 'vitest';
import { frameworks } from '../../framework.ts';
import { sentSheets, sentValue, sheet } from '../testing/documents.ts';
import { readCatalogueFile } from './catalogue-file.ts';

const time = (name: string, doc: any, o: any = {}) => {
  const t = performance.now();
  const r = readCatalogueFile(doc, { frameworks: frameworks(), ...o });
  console.log(
    name,
    (performance.now() - t).toFixed(0),
    'ms',
    'errors' in r ? r.errors.slice(0, 2).map((e) => e.code) + ' ' + r.more : 'found',
  );
};
it('x', () => {
  const N = 100_000;
  time(
    'catalog 100k',
    sentValue({ catalog: { controls: Array.from({ length: N }, (_, i) => ({ id: `c-${i}`, title: 'x' })) } }),
  );
  time(
    'catalog 20k',
    sentValue({
      catalog: {
        controls: Array.from({ length: 20000 }, (_, i) => ({
          id: `${i}.${i}.11.22.33`,
          title: 'x',
          parts: [{ name: 'statement', prose: 'x'.repeat(200) }],
        })),
      },
    }),
  );
  time(
    'catalog 100k dup',
    sentValue({ catalog: { controls: Array.from({ length: 20000 }, () => ({ id: `c`, title: 'x' })) } }),
  );
  const els = Array.from({ length: N }, (_, i) => ({
    element_type: 'control',
    element_identifier: `e${i}`,
    doc_identifier: 'D',
    title: 't',
    text: 'x',
  }));
  time(
    'cprt 100k',
    sentValue({
      elements: els,
      relationships: els.map((e) => ({
        relationship_identifier: 'projection',
        source_element_identifier: 'e0',
        source_doc_identifier: 'D',
        dest_element_identifier: e.element_identifier,
        dest_doc_identifier: 'D',
      })),
    }),
  );
  time(
    'form 100k',
    sentSheets(sheet('S', [['id', 'title'], ...Array.from({ length: N }, (_, i) => [`r${i}`, 'x'])])),
  );
  time(
    'xwalk 100k',
    sentSheets(
      sheet('S', [
        ['from_id', 'to_id'],
        ...Array.from({ length: N }, (_, i) => [`${i}.22.33.44.55.66.77`, `AC-${i}`]),
      ]),
    ),
    { from: 'iso27001-2022', to: 'nist-sp-800-53r5' },
  );
  time(
    'prose',
    sentValue({
      catalog: {
        controls: [{ id: 'c', title: 'x', parts: [{ name: 'statement', prose: '{{'.repeat(200000) }] }],
      },
    }),
  );
  const ch = (k: number) => Array.from({ length: 50 }, () => `{{ insert: param, p${k} }}`);
  time(
    'param bomb',
    sentValue({
      catalog: {
        params: Array.from({ length: 6 }, (_, i) => ({ id: `p${i}`, select: { choice: ch(i + 1) } })),
        controls: [{ id: 'c', title: 'x', parts: [{ name: 'statement', prose: '{{ insert: param, p0 }}' }] }],
      },
    }),
  );
});
