import { StoreUnavailable } from '@concord/ledger';
import { afterEach, expect, test, vi } from 'vitest';
import { answerFault } from './fault.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });
const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => log.mockClear());

test.each([
  ['a file that found no room', coded('ENOSPC'), 'disk.full', 'Make room'],
  ['a person that found no room', coded('SQLITE_FULL'), 'disk.full', 'Make room'],
  [
    'a ledger that found no room',
    new StoreUnavailable('can not be used', { cause: coded('SQLITE_FULL') }),
    'disk.full',
    'nothing that stood was lost',
  ],
  ['a disk that is read only', coded('EROFS'), 'disk.read-only', 'write there'],
  ['any other store', new StoreUnavailable('another process holds it'), 'ledger.unavailable', 'Try again'],
])(
  'given %s, when it is answered, then it says so and may be sent again, and the log has it',
  async (_, fault, code, mend) => {
    const answer = answerFault(fault);
    const body = (await answer.json()) as { code: string; detail: string };
    expect([answer.status, answer.headers.get('retry-after'), body.code]).toEqual([503, '1', code]);
    expect(body.detail).toContain(mend);
    expect(log).toHaveBeenCalledOnce();
  },
);

test('given a bug, when it is answered, then only its number is told', async () => {
  const body = (await answerFault(new Error('secret')).json()) as { code: string; detail: string };
  expect(body.code).toBe('internal');
  expect(body.detail).not.toContain('secret');
});
