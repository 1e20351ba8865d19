import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { inFieldWords } from './in-field-words.ts';

const refused = (...faults: readonly (readonly [at: string, detail: string])[]) => ({
  type: '',
  title: '',
  status: 400,
  code: 'input.malformed',
  detail: 'as the server wrote it',
  errors: faults.map(([at, detail]) => ({ at, code: 'input.fault', detail })),
});

beforeAll(async () => {
  const app = {
    'field.statement': 'how it works',
    'field.due': 'due day',
    'field-fault': '{{field}}: {{fault}}',
  };
  await i18next.init({ lng: 'en', resources: { en: { app } }, interpolation: { escapeValue: false } });
});

describe('an input that is refused', () => {
  it('says what is wrong under the labels of its fields, and nothing twice', () => {
    const told = inFieldWords(
      refused(['statement', 'is longer than 10000 characters.'], ['actions[3].due', 'is missing.']),
    );
    expect(told.detail).toBe('How it works: is longer than 10000 characters. Due day: is missing.');
    expect(told.errors).toBeUndefined();
  });

  it('names the place where no field has a label, and is left as it is where nothing is told of places', () => {
    expect(inFieldWords(refused(['other', 'is empty.'])).detail).toBe('Other: is empty.');
    expect(inFieldWords(refused()).detail).toBe('as the server wrote it');
    const faults = { ...refused(['statement', 'x']), code: 'table.faults' };
    expect(inFieldWords(faults)).toBe(faults);
  });
});
