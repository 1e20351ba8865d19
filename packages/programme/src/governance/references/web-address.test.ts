import { describe, expect, it } from 'vitest';
import { webAddress } from './web-address.ts';

describe('an address', () => {
  it.each([
    'https://example.org',
    'HTTP://example.org/a@b?mail=a@b#@',
    'https://münchen.de/ä',
    'http://[::1]:8080/',
  ])('may be %s', (value) => expect(webAddress.safeParse(value).success).toBe(true));

  it.each(['ftp://example.org', 'javascript:alert(1)', 'example.org', 'https://a.org/\u0007'])(
    'is not %s',
    (value) => expect(webAddress.safeParse(value).success).toBe(false),
  );

  it.each([
    'https://ana:secret@example.org/report.pdf',
    'http://token@example.org',
    'HTTPS:\\\\ana:secret@example.org',
    'https:ana:secret@example.org',
  ])(
    'given a password in %s, when it is recorded, then it is refused, as it would be kept for good',
    (value) => {
      const { error } = webAddress.safeParse(value);
      expect(error?.issues.map(({ message }) => message).join()).toContain('password before the “@”');
    },
  );
});
