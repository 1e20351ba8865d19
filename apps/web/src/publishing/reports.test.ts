import { expect, it } from 'vitest';
import { choicesOf, formatsOf, reportNamed } from './reports.ts';

it('given a report, then its formats are those of all and its own', () => {
  expect(formatsOf('csf-profile')).toEqual([
    ...['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'],
    ...['nist-xlsx', 'oscal-profile', 'oscal-assessment-results'],
  ]);
  expect(formatsOf('board-summary')).not.toContain('oscal-poam');
});

it('given choices that a report does not take, then they are not sent', () => {
  const all = { scope: 's', profile: 'p', language: 'de', implementation: 'two' };
  expect(choicesOf('board-summary', all)).toEqual({
    report: 'board-summary',
    scope: 's',
    profile: 'p',
    language: 'de',
  });
  expect(choicesOf('gap-assessment', { profile: 'p' })).toEqual({ report: 'gap-assessment' });
});

it('given a name that no report has, then the statement is meant', () => {
  expect(reportNamed('nothing').name).toBe('statement-of-applicability');
});
