import { describe, expect, it } from 'vitest';
import { closingLine, failuresOf, reportIn, sum, tallyOf, type VitestReport } from './tally.ts';

const report = (change: Partial<VitestReport> = {}): VitestReport => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...change,
});

describe('the count of a task', () => {
  it('is one for a static check', () => {
    expect(tallyOf({ task: 'lint', exitCode: 0 })).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(tallyOf({ task: 'lint', exitCode: 2 })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('is that of the report for tests, skipped and planned ones apart', () => {
    expect(tallyOf({ task: 'test:unit', exitCode: 0, report: report({ numPendingTests: 1, numTodoTests: 2 }) })).toEqual({ passed: 5, failed: 0, skipped: 3 });
  });

  it('has a failure for a test file that could not be loaded', () => {
    const broken = report({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }] });
    expect(tallyOf({ task: 'test:unit', exitCode: 1, report: broken }).failed).toBe(1);
  });

  it('has a failure whenever the task failed, whatever its report says', () => {
    expect(tallyOf({ task: 'test:db', exitCode: 1, report: report() }).failed).toBe(1);
  });
});

describe('the closing line', () => {
  it('sums all tasks', () => {
    const total = sum([{ passed: 1, failed: 0, skipped: 0 }, { passed: 5, failed: 2, skipped: 0 }]);
    expect(closingLine(total)).toBe('6 passed, 2 failed');
  });

  it('names skipped tests where there are any', () => {
    expect(closingLine({ passed: 1, failed: 0, skipped: 4 })).toBe('1 passed, 0 failed, 4 skipped');
  });
});

describe('a report of the browser', () => {
  it('counts as failed what only went well when it was tried again', () => {
    const report = reportIn({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }, suites: [] });
    expect(tallyOf({ task: 'screens', exitCode: 1, report })).toEqual({ passed: 5, failed: 3, skipped: 3 });
  });
});

describe('what failed', () => {
  it('is named by task, file and title', () => {
    const testResults = [
      { name: 'a.test.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'adds' }, { status: 'failed', fullName: 'counts' }] },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'sums' }] },
    ];
    expect(failuresOf({ task: 'test:unit', exitCode: 1, report: report({ testResults }) })).toEqual(['test:unit: a.test.ts: counts', 'test:unit: b.test.ts: could not be loaded']);
  });

  it('is the task itself where none of its tests failed', () => {
    expect(failuresOf({ task: 'test:db', exitCode: 1, report: report() })).toEqual(['test:db: ended with 1']);
    expect(failuresOf({ task: 'lint', exitCode: 2 })).toEqual(['lint: ended with 2']);
    expect(failuresOf({ task: 'lint', exitCode: 0 })).toEqual([]);
  });

  it('is named in a report of the browser as well', () => {
    const suites = [{ suites: [{ specs: [{ ok: true, title: 'opens', file: 'a.spec.ts' }, { ok: false, title: 'closes', file: 'a.spec.ts' }] }] }];
    const browser = reportIn({ stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }, suites });
    expect(failuresOf({ task: 'test:screens', exitCode: 1, report: browser })).toEqual(['test:screens: a.spec.ts: closes']);
  });
});
