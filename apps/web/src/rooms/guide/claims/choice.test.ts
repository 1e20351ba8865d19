import { expect, it } from 'vitest';
import { choiceOf } from './choice.ts';

const families = [{ id: 'access' }, { id: 'people' }, { id: '' }];

it('given all families, then all that is in practice; given some, then these; given none, then nothing', () => {
  expect(choiceOf(families, ['access', 'people', ''])).toEqual({ all: true, inPractice: true });
  expect(choiceOf(families, ['people', ''])).toEqual({ families: ['people'], inPractice: true });
  expect(choiceOf(families, [''])).toBeUndefined();
  expect(choiceOf(families, [])).toBeUndefined();
});
