import { type Row, rowNamed } from '@concord/operations';
import { describe, expect, test } from 'vitest';
import { problemInWords } from './problem.ts';

const told = (name: string, input: object, problem: object, status = 400) =>
  problemInWords(JSON.stringify(problem), status, { row: rowNamed(name) as Row, input: { ...input } });

const fault = (at: string, detail: string) => ({
  code: 'input.malformed',
  detail: `${at}: ${detail}`,
  path: at,
  errors: [{ at, code: 'input.fault', detail }],
});

test('given a refused file, then what was noticed of it stands below its faults', () => {
  const problem = {
    code: 'table.faults',
    detail: 'Nothing was imported.',
    path: 'file',
    errors: [{ at: 'list!A2', code: 'table.empty', detail: 'It is empty.' }],
    notices: ['Hidden sheets, not read: Old.'],
  };
  expect(told('controls import', {}, problem, 422)).toBe(
    'Nothing was imported. (--file)\n  list!A2: It is empty.\n  Hidden sheets, not read: Old.',
  );
});

describe('given a value that the server refuses', () => {
  test.each([
    ['report', { on: '31.12.2026' }, 'on', '--on: “31.12.2026” is not as it is to be.'],
    ['report', { knownAt: 'abc' }, 'knownAt', '--known-at: “abc” is not as it is to be.'],
    ['actions add', { title: '' }, 'title', '--title: “” is not as it is to be.'],
    ['evidence lapses', { within: 1.5 }, 'within', '--within: “1.5” is not as it is to be.'],
    ['report', { report: 'x' }, 'report', 'REPORT: “x” is not as it is to be.'],
    ['actions add', {}, 'title', '--title: is not as it is to be.'],
    ['backup', { recipients: ['a', 'b'] }, 'recipients[1]', '--recipients[1]: “b” is not as it is to be.'],
    // A secret is never shown, nor what stands in a file.
    ['backup', { passphrase: 'very secret' }, 'passphrase', '--passphrase-file: is not as it is to be.'],
    ['controls import', { file: 'ab12' }, 'file', '--file: is not as it is to be.'],
    ['report', {}, 'unknown', 'unknown: is not as it is to be.'],
  ])('when `%s` has %j, then the option at fault is called as it is typed', (name, input, at, said) => {
    expect(told(name, input, fault(at, 'is not as it is to be.'))).toBe(said);
  });

  test('when several are, then all are said, in one line', () => {
    const two = {
      errors: [...fault('on', 'is no day.').errors, ...fault('knownAt', 'is no number.').errors],
    };
    expect(told('report', { on: 'x', knownAt: 'y' }, two)).toBe(
      '--on: “x” is no day. --known-at: “y” is no number.',
    );
  });

  test('when a rule refuses it, then its place is called so too', () => {
    const refused = { detail: 'There is no such owner.', path: 'owner', code: 'person.unknown' };
    expect(told('controls set', { owner: 'x' }, refused)).toBe('There is no such owner. (--owner)');
  });
});

describe('given a question about an earlier position', () => {
  const asked = (code: string) =>
    told('controls show', { knownAt: 9 }, { code, detail: 'No.', path: 'knownAt' }, 404);

  test('when something is missing then, it is said that it may be there now', () => {
    expect(asked('control.unknown')).toContain('That is so as known at entry 9; without --known-at');
  });

  test('when the ledger has no such position, that is all that is said', () => {
    expect(asked('ledger.no-position')).toBe('No. (--known-at)');
  });
});

test('what is no problem in JSON is told as it is', () => {
  expect(problemInWords('<html>', 502, { row: undefined, input: {} })).toBe('<html>');
});
