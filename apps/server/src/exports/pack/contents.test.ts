import type { PackAsked } from '@concord/operations';
import { expect, test } from 'vitest';
import { openFileStore } from '../../files/file-store.ts';
import { makePlace } from '../../testing/server.ts';
import { contentsOf } from './contents.ts';

const asked: PackAsked = {
  fileName: 'pack',
  name: 'Havelmark',
  on: '2026-03-16',
  knownAt: 7,
  head: '0'.repeat(64),
  language: 'en',
  people: {},
  reportCount: 2,
  reports: async function* () {
    yield { report: 'evidence-register', view: {}, tooLong: 'Too long.' };
    yield { report: 'gap-assessment', view: {}, tooLong: 'Too long too.' };
    yield { report: 'board-summary', view: {} };
  },
  files: [],
};

test('a report that is too long for a PDF is in the pack as a workbook, and the pack says so', async () => {
  const place = makePlace();
  const files = (await openFileStore(place.directory)).of('one');
  const render = async (_report: string, _view: object, { format }: { format: string }) => ({
    mediaType: 'text/plain',
    content: Buffer.from(format),
  });
  const parts: object[] = [];
  const places = { files, render, closed: new AbortController().signal };
  for await (const part of contentsOf(places, asked)) parts.push(part);
  const leftOut = parts.filter((part) => 'why' in part);
  expect(leftOut).toEqual([
    { what: 'reports/evidence-register.pdf', why: 'Too long.', instead: 'reports/evidence-register.xlsx' },
    { what: 'reports/gap-assessment.pdf', why: 'Too long too.', instead: 'reports/gap-assessment.xlsx' },
  ]);
  const paths = parts.flatMap((part) => ('path' in part ? [part.path] : []));
  expect(paths).toEqual([
    'reports/evidence-register.xlsx',
    'views/evidence-register.json',
    'reports/gap-assessment.xlsx',
    'views/gap-assessment.json',
    'reports/board-summary.pdf',
    'views/board-summary.json',
  ]);
  place.remove();
});
