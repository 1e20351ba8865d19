import { describe, expect, test } from 'vitest';
import { closingLine, countOf, failedLines } from './tally.mjs';

const file = (status, ...states) => ({
  status,
  assertionResults: states.map((state) => ({ status: state })),
});

describe('given the report of a run', () => {
  test('when tests passed, failed and were skipped, then each is counted once', () => {
    const testResults = [
      file('failed', 'passed', 'failed', 'pending'),
      file('passed', 'passed', 'todo', 'skipped'),
    ];

    expect(countOf({ testResults }, 1)).toEqual({ passed: 2, failed: 1, skipped: 3 });
  });

  test('when a file could not be read, then it counts as failed', () => {
    expect(countOf({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toMatchObject({
      failed: 1,
    });
  });

  test('when every test passed but the run ended badly, then one failed', () => {
    expect(countOf({ testResults: [file('passed', 'passed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  test.each([[1], [null]])('when there is none and the run ended with %s, then one failed', (status) => {
    expect(countOf(undefined, status)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('given several runs', () => {
  test('when they are closed, then one line sums them', () => {
    const one = { passed: 3, failed: 1, skipped: 0 };

    expect(closingLine([one, one])).toBe('6 passed, 2 failed');
    expect(closingLine([one, { ...one, skipped: 2 }])).toBe('6 passed, 2 failed, 2 skipped');
  });
});

describe('given a run in which a test failed', () => {
  test('when its failures are listed, then each is named with its file and the beginning of its reason', () => {
    const testResults = [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'a thing works', failureMessages: ['it did not'] },
          { status: 'passed', fullName: 'another works' },
        ],
      },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'fine' }] },
    ];

    expect(failedLines({ testResults })).toEqual([
      'FAILED a.test.ts: a thing works\n  it did not',
      'FAILED b.test.ts',
    ]);
  });
});
