import { describe, expect, it } from 'vitest';
import { takenFrom, titleFrom } from './taken.ts';

describe('what is taken from the clipboard', () => {
  it('given an address alone, then it is a link', () => {
    expect(takenFrom(' https://reports.example/42 \n', 'clipboard.txt')).toEqual({
      link: 'https://reports.example/42',
    });
  });

  it('given text, also with an address in it, then it is a file that holds it as it was', async () => {
    const taken = takenFrom('see https://reports.example/42\nall well', 'clipboard.txt');
    if (!taken || !('file' in taken)) throw new Error('It was not taken as a file');
    expect(await taken.file.text()).toBe('see https://reports.example/42\nall well');
    expect(taken.file.name).toBe('clipboard.txt');
  });

  it('given what no browser should follow, then it is text and no link', () => {
    expect(takenFrom('javascript:alert(1)', 'a.txt')).toHaveProperty('file');
  });

  it('given nothing, then nothing is taken', () => {
    expect(takenFrom(' \n ', 'clipboard.txt')).toBeUndefined();
  });

  it('given a file, when a title is wanted, then it is its name without the ending', () => {
    expect(titleFrom({ file: new File([], 'restore test 2026.pdf') })).toBe('restore test 2026');
    expect(titleFrom({ link: 'https://reports.example' })).toBe('');
  });
});
