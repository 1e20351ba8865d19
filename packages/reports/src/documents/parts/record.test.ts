import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../blocks.ts';
import { emptyView, sampleView } from '../../testing/sample.ts';
import { bookView, changesView, clauseView, registerView } from '../../testing/views/index.ts';
import { documents } from '../index.ts';

const views = [
  ['statement-of-applicability', sampleView()],
  ['statement-of-applicability', emptyView()],
  ['clause-conformity', clauseView()],
  ['control-library', bookView()],
  ['evidence-register', registerView()],
  ['changes', changesView()],
] as const;

const write = (name: (typeof views)[number][0], view: object, language: string): Document =>
  documents[name](view, { language, keyFingerprint: 'f1'.repeat(32) });
const seal = /[0-9a-f]{64}/;
const filesIn = (view: object) => JSON.stringify(view).match(/(?<="file":\{[^}]*"hash":")\w{64}/g) ?? [];
const headed = (blocks: readonly Block[]) => blocks.findLastIndex(({ kind }) => kind === 'heading');

describe('given a document of several pages', () => {
  it.each(views)(
    '%s: then what the copy is checked by stands in its record at the end, and nowhere before it',
    (name, view) => {
      for (const language of ['en', 'de', 'fr']) {
        const { blocks, head } = write(name, view, language);
        const at = headed(blocks);
        // The hash of a file is what the register is about; it checks no copy.
        const before = filesIn(view).reduce(
          (text, hash) => text.replaceAll(hash, ''),
          JSON.stringify(blocks.slice(0, at)),
        );
        expect(before).not.toMatch(seal);
        const record = JSON.stringify(blocks.slice(at));
        expect(record).toContain(head);
        expect(record).toContain('f1'.repeat(32));
      }
    },
  );

  it.each(views)('%s: then approval and record are sections of their own, under no other', (name, view) => {
    const { blocks } = write(name, view, 'en');
    const levels = blocks.flatMap((block) =>
      block.kind === 'heading' && ['Approval', 'Record of this copy'].includes(block.text)
        ? [block.level]
        : [],
    );
    expect(levels.length).toBeGreaterThan(0);
    expect(new Set(levels)).toEqual(new Set([1]));
  });
});
