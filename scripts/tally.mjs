/**
 * Counts a run of vitest from its JSON report. A file that could not even be read counts as one failed test, and a
 * run that ended badly without naming a test (a crash, an error outside any test, no test found) does too.
 */
export function countOf(report, status) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const having = (...states) => tests.filter((each) => states.includes(each.status)).length;
  const unread = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  ).length;
  const failed = having('failed') + unread;
  return {
    passed: having('passed'),
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: having('pending', 'skipped', 'todo', 'disabled'),
  };
}

/** What failed, a line each, so that whoever reads only the end of a long log sees it. */
export function failedLines(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(isFailed);
    if (failed.length === 0) return file.status === 'failed' ? [`FAILED ${file.name}`] : [];
    return failed.map(
      (each) => `FAILED ${file.name}: ${each.fullName}\n  ${firstLines(each.failureMessages)}`,
    );
  });
}

function firstLines(messages = []) {
  return messages.join('\n').split('\n').slice(0, 6).join('\n  ');
}

/** The last line of a run, for people and machines alike: `N passed, N failed`, and `, N skipped` if any were. */
export function closingLine(counts) {
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

function isFailed({ status }) {
  return status === 'failed';
}
