import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse } from '@concord/programme';
import { PressBusy, TooSlow } from '@concord/reports';
import { expect, test } from 'vitest';
import { problem, renderingRefused, statusOf } from './problem.ts';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

/** Codes of every refusal that is written out in the sources. */
function codesInSources(): string[] {
  const sources = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.includes('.test.') && !path.includes('node_modules'))
      .map((path) => readFileSync(join(root, folder, path), 'utf8')),
  );
  const written = sources.flatMap((text) => [...text.matchAll(/refuse\(\s*'[a-z]+',\s*'([a-z.-]+)'/g)]);
  return [...new Set(written.map((match) => match[1] as string))].sort();
}

test.each(codesInSources())('the refusal %s has words that say what to do', async (code) => {
  const { detail } = (await problem(refuse('refused', code).refusal).json()) as { detail: string };
  expect(detail).not.toContain(`refusal.${code}`);
});

test('each kind of refusal has a status of its own, and says that it is not to be kept', () => {
  const kinds = Object.keys(statusOf) as (keyof typeof statusOf)[];
  const statuses = kinds.map((kind) => problem(refuse(kind, 'scope.unknown', { scope: 'x' }).refusal));
  expect(new Set(statuses.map(({ status }) => status)).size).toBe(kinds.length);
  for (const { headers } of statuses) expect(headers.get('cache-control')).toBe('no-store');
});

test.each([
  ['pdf', 'xlsx, csv, html, json'],
  ['docx', 'xlsx, csv, html, json'],
  ['xlsx', 'csv, html, json'],
])('what takes too long to make as %s is refused with what it can be had as', async (format, others) => {
  const refused = renderingRefused(new TooSlow(format, 60)) as Response;
  const { code, detail } = (await refused.json()) as { code: string; detail: string };
  expect([refused.status, code]).toEqual([422, 'report.too-slow']);
  for (const part of [format.toUpperCase(), '60 s', `${others};`]) expect(detail).toContain(part);
});

test('while too many documents wait one may come again, and any other fault is none of these', () => {
  expect(renderingRefused(new PressBusy(20))?.status).toBe(503);
  expect(renderingRefused(new Error('of another kind'))).toBeUndefined();
});

test('who has to wait is told so, and who has to sign in', () => {
  expect(problem(refuse('unavailable', 'ledger.contended').refusal).headers.get('retry-after')).toBe('1');
  expect(problem(refuse('denied', 'signed-in.missing').refusal, 401).headers.get('www-authenticate')).toMatch(
    /^Bearer/,
  );
});
