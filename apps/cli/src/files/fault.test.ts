import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { cannotRead, cannotWrite } from './fault.ts';

const fault = (code: string) => Object.assign(new Error(code), { code });

describe('given what the system says of a file', () => {
  test.each([
    ['ENOENT', 'x.json cannot be read: there is no such file.'],
    ['EISDIR', 'x.json cannot be read: it is a folder.'],
    ['EACCES', 'x.json cannot be read: you have no right to read it.'],
    ['EIO', 'x.json cannot be read (EIO).'],
  ])(
    'when it cannot be read (%s), then it is said why, by the code only where there are no words',
    (code, said) => {
      expect(cannotRead('x.json', fault(code))).toBe(said);
    },
  );

  test.each([
    ['/nowhere/x.pdf', 'ENOENT', '/nowhere/x.pdf cannot be written: there is no folder /nowhere.'],
    [
      `${tmpdir()}/x.pdf`,
      'ENOENT',
      `${tmpdir()}/x.pdf cannot be written: no file can be made in ${tmpdir()}.`,
    ],
    ['x.pdf', 'EACCES', 'x.pdf cannot be written: you have no right to write there.'],
    ['x.pdf', 'EISDIR', 'x.pdf cannot be written: it is a folder.'],
    ['x.pdf', 'ENOSPC', 'x.pdf cannot be written: there is no room left.'],
    ['x.pdf', 'EROFS', 'x.pdf cannot be written: what lies there can only be read.'],
    ['x.pdf', 'EIO', 'x.pdf cannot be written (EIO).'],
  ])('when %s cannot be written (%s), then it is said why', (path, code, said) => {
    expect(cannotWrite(path, fault(code))).toBe(said);
  });
});
