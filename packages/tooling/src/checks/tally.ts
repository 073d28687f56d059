/** How many checks went well and how many did not. */
export type Tally = { passed: number; failed: number; skipped: number };

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
};

type Suite = { specs?: { ok: boolean; title: string; file: string }[]; suites?: Suite[] };

/** The part of Playwright's JSON report that is counted. */
export type BrowserReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; suites: Suite[] };

const specsIn = ({ specs = [], suites = [] }: Suite): NonNullable<Suite['specs']> => [...specs, ...suites.flatMap(specsIn)];

const failedFiles = ({ suites }: BrowserReport): VitestReport['testResults'] =>
  suites.flatMap(specsIn).filter(({ ok }) => !ok).map(({ file, title }) => ({ name: file, status: 'failed', assertionResults: [{ status: 'failed', fullName: title }] }));

/** A report of either kind as vitest would have written it. What only went well when it was tried again has failed. */
export const reportIn = (report: VitestReport | BrowserReport): VitestReport => {
  if (!('stats' in report)) return report;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { numPassedTests: expected, numFailedTests: unexpected + flaky, numPendingTests: skipped, numTodoTests: 0, testResults: failedFiles(report) };
};

/** One task as it ended: its name, how, and the report of its tests, if it has any. */
export type TaskResult = { task: string; exitCode: number; report?: VitestReport | undefined };

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, it) => total + it.passed, 0),
  failed: tallies.reduce((total, it) => total + it.failed, 0),
  skipped: tallies.reduce((total, it) => total + it.skipped, 0),
});

/**
 * Counts a task: a static check is one, a run of tests as many as it has. A test file that could not be loaded is one failure, and a
 * task that failed without naming one is one failure too: its exit code is never outvoted by its report.
 */
export const tallyOf = ({ exitCode, report }: TaskResult): Tally => {
  if (!report) return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const unloaded = report.testResults.filter((it) => it.status === 'failed' && it.assertionResults.length === 0).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/** The closing line: `12 passed, 0 failed`, with the skipped ones named only where there are any. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * What failed, a line each: the end of the output is what is kept when it is cut. A task that failed though none of its tests did is named
 * itself.
 */
export const failuresOf = (result: TaskResult): string[] => {
  const { task, exitCode, report } = result;
  const named = (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((it) => it.status === 'failed').map((it) => `${task}: ${name}: ${it.fullName}`);
    return tests.length === 0 && status === 'failed' && assertionResults.length === 0 ? [`${task}: ${name}: could not be loaded`] : tests;
  });
  return named.length === 0 && exitCode !== 0 ? [`${task}: ended with ${exitCode}`] : named;
};
