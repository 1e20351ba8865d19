import type { Ask } from './server.ts';

type Say = (
  ask: Ask,
  method: string,
  path: string,
  body: object,
  headers?: Record<string, string>,
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
) => Promise<any>;

/** A control beside Annex A, a reason that points at an obligation, and the statement handed out twice. */
export async function tellPublication(inside: Ask, say: Say, { person }: { person: string }): Promise<void> {
  const publish = (said: object) =>
    say(inside, 'POST', '/reports/statement-of-applicability/publications', { format: 'html', ...said });
  await publish({ note: 'Before the certification audit' });
  const { id: obligation } = await say(inside, 'POST', '/obligations', {
    kind: 'contractual',
    title: 'Hosting agreement, annex 4',
    asks: 'Restore within eight hours, and show it once a year',
  });
  const reasons = [{ kind: 'contract', text: 'Eight hours are promised', obligation }];
  const answerable = { owner: person, reviewOn: '2027-06-01' };
  await say(inside, 'PUT', '/necessity/BC-01', { necessary: true, reasons, ...answerable });
  await say(inside, 'PUT', '/necessity/AC-02', { necessary: true, reasons });
  await say(
    inside,
    'PUT',
    '/necessity/AC-02',
    { necessary: false, exclusionReason: 'The last supplier has left' },
    { 'if-match': '*' },
  );
  await say(inside, 'PUT', '/applicability/iso27001-2022/A.8.13', {
    applicable: true,
    reasons,
    ...answerable,
  });
  await publish({ implementation: 'two' });
}
