import type { SentDocument } from '@concord/catalog';
import { given, type Story } from '@concord/programme/testing';
import { documents, renderDocument } from '@concord/reports';
import { newMemory, seesAll, statementOfApplicability } from '@concord/views';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';

const iso = 'iso27001-2022';

function ground(): Story {
  const story = given(iso).on('2026-06-01');
  const reasons = [{ kind: 'business', text: 'We need it' }];
  story.done('applicability decide', {
    framework: iso,
    requirement: 'A.5.1',
    applicable: true,
    reasons,
  });
  story.done('applicability decide', {
    framework: iso,
    requirement: 'A.8.28',
    applicable: false,
    exclusionReason: 'Nobody here develops or changes any software.',
  });
  for (const control of ['MSP-01', 'MSP-02']) {
    story.done('controls add', { code: control, name: 'Of our own', implementation: 'operating' });
    story.done('necessity decide', { control, necessary: true, reasons });
  }
  return story;
}

async function written(story: Story, format: 'xlsx' | 'csv', language: string): Promise<SentDocument> {
  const { programme, today } = story;
  const ask = { programme, organisation: 'x', on: today, head: '', reader: seesAll, memory: newMemory() };
  const view = statementOfApplicability({ ...ask, language });
  if ('refusal' in view) throw new Error(JSON.stringify(view.refusal));
  const document = documents['statement-of-applicability'](view as never, { language } as never);
  const { bytes } = await renderDocument(document, format);
  return readDocument({ name: `a.${format}`, hash: 'a'.repeat(64), bytes }) as SentDocument;
}

describe.each(['xlsx', 'csv'] as const)(
  'given a statement of ours with controls of its own, as %s',
  (format) => {
    it.each(['en', 'de', 'fr'])(
      'when another organisation takes it in, in %s, then all that is decided is, and its controls are passed over by name',
      async (language) => {
        const document = await written(ground(), format, language);
        const there = given(iso).on('2026-06-02');
        const taken = there.when('applicability import', {
          framework: iso,
          document,
          people: [],
          reasonKind: 'business',
        });
        expect(taken).toMatchObject({
          facts: { length: 2 },
          notices: expect.arrayContaining([
            { code: 'applicability.own-passed-over', params: { count: 2, codes: 'MSP-01, MSP-02' } },
          ]),
        });
      },
    );
  },
);
