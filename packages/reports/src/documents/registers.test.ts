import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../testing/hostile.ts';
import { writeSample } from '../testing/tables-told.ts';
import {
  bookRow,
  bookView,
  changesView,
  clauseRow,
  clauseView,
  documentOfNeed,
  need,
  piece,
  registerView,
} from '../testing/views/index.ts';

type Name = 'clause-conformity' | 'control-library' | 'evidence-register' | 'changes';

/** Every text of ours that people type into, hostile; one each for every row. */
const hostile: readonly (readonly [Name, object, string])[] = HOSTILE.flatMap((text) => {
  const control = { name: text, family: text, statement: text, test: text, owner: text, scopes: [text] };
  const change = { row: text, what: 'exclusion', before: text, after: text, sentence: '' };
  const document = documentOfNeed({ title: text, version: text });
  return [
    ['control-library', bookView({ rows: [bookRow(control)] }), text],
    ['evidence-register', registerView({ rows: [piece({ title: text, by: text, codes: [text] })] }), text],
    ['changes', changesView({ rows: [change], titles: { [text]: text } }), text],
    [
      'clause-conformity',
      clauseView({ rows: [clauseRow({ needs: [need({ documents: [document] })] })] }),
      text,
    ],
  ] as const;
});

describe('given any of these documents', () => {
  it.each([
    ['clause-conformity', clauseView()],
    ['control-library', bookView()],
    ['control-library', bookView({ rows: [], frameworks: [], hidden: 0, retired: 0 })],
    ['evidence-register', registerView()],
    ['evidence-register', registerView({ rows: [], lapsing: { within: 90, to: '2027-02-20', rows: [] } })],
    ['changes', changesView()],
    ['changes', changesView({ rows: [] })],
  ] as const)('when %s is written, then no key and no place for a value is left in it', (name, view) => {
    expect(JSON.stringify(writeSample(name, view))).not.toMatch(
      /\b(?:document|soa|(?:clause|library|evidence|changes)-report|clause)\.[a-z]|\{\{|undefined|null/,
    );
  });

  it('when texts in it are hostile, then they stand in it as they were typed', () => {
    for (const [name, view, text] of hostile) {
      expect(JSON.stringify(writeSample(name, view).blocks)).toContain(JSON.stringify(text).slice(1, -1));
    }
  });

  it('then each says what is a rule, what is practice and what we computed', () => {
    for (const [name, view] of [
      ['clause-conformity', clauseView()],
      ['control-library', bookView()],
      ['evidence-register', registerView()],
      ['changes', changesView()],
    ] as const) {
      const notes = writeSample(name, view).blocks.flatMap((block) =>
        block.kind === 'note' ? [block.source] : [],
      );
      expect(notes).toEqual(['rule', 'practice', 'own computation']);
    }
  });
});
