import { describe, expect, it } from 'vitest';
import { grouped, keptIn } from './kept-head.ts';

describe('a file that was kept outside', () => {
  it('given a signed head, then it is known by its format', () => {
    const head = {
      format: 'concord head 1',
      organisation: 'o',
      position: 4,
      seal: 'ab',
      signature: 's',
      publicKey: 'k',
    };
    expect(keptIn(JSON.stringify(head))).toEqual({ head });
  });

  it('given a public key, then it is known by its first line', () => {
    const pem = '-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----';
    expect(keptIn(`${pem}\n`)).toEqual({ publicKey: pem });
  });

  it('given any other file, then it is neither', () => {
    for (const text of ['', '{', '[]', 'null', '{"format":"else"}', '-----BEGIN PRIVATE KEY-----'])
      expect(keptIn(text)).toBeUndefined();
  });

  it('given a seal, then it stands in groups of four', () => {
    expect(grouped('7fed82e857')).toBe('7fed 82e8 57');
  });
});
