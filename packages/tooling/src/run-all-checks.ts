import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserReport, closingLine, failuresOf, reportIn, sum, tallyOf, type TaskResult, type VitestReport } from './checks/tally.ts';
import { repositoryRoot } from './repository/tracked-files.ts';

/** Every check of `npm test`, and where a run of tests leaves its report. */
const tasks: readonly { task: string; report?: string }[] = [
  { task: 'typecheck' },
  { task: 'lint' },
  { task: 'deadcode' },
  { task: 'test:unit', report: '.reports/unit.json' },
  { task: 'test:db', report: '.reports/db.json' },
  { task: 'test:screens', report: '.reports/screens.json' },
];

/** The part of turbo's summary that is read. */
type Summary = { tasks: { taskId: string; execution?: { exitCode?: number; startTime: number; endTime: number } }[] };

const summaries = join(repositoryRoot, '.turbo', 'runs');
const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** Runs all tasks two at a time; the output of those that fail is printed. No input is read, so it also runs without a terminal. */
const runTasks = (): number => {
  for (const folder of [summaries, join(repositoryRoot, '.reports')]) rmSync(folder, { recursive: true, force: true });
  const turbo = join(repositoryRoot, 'node_modules', 'turbo', 'bin', 'turbo');
  const options = ['--concurrency=2', '--continue=always', '--summarize', '--output-logs=errors-only', '--log-order=grouped'];
  const run = spawnSync(process.execPath, [turbo, 'run', ...tasks.map((it) => it.task), ...options], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  return run.status ?? 1;
};

const readSummary = (): Summary => {
  const [newest] = existsSync(summaries) ? readdirSync(summaries) : [];
  return newest === undefined ? { tasks: [] } : readJson<Summary>(join(summaries, newest));
};

const resultOf = (summary: Summary, task: string, report?: string): TaskResult & { seconds: number } => {
  const execution = summary.tasks.find((it) => it.taskId === `//#${task}`)?.execution;
  const path = report === undefined ? undefined : join(repositoryRoot, report);
  return {
    task,
    exitCode: execution?.exitCode ?? 1,
    report: path !== undefined && existsSync(path) ? reportIn(readJson<VitestReport | BrowserReport>(path)) : undefined,
    seconds: execution ? (execution.endTime - execution.startTime) / 1000 : 0,
  };
};

const exitCode = runTasks();
const summary = readSummary();
const results = tasks.map(({ task, report }) => resultOf(summary, task, report));
for (const result of results) {
  process.stdout.write(`${result.task.padEnd(12)} ${result.seconds.toFixed(1).padStart(6)} s  ${closingLine(tallyOf(result))}\n`);
}
for (const line of results.flatMap(failuresOf)) process.stdout.write(`failed: ${line}\n`);
const total = sum(results.map(tallyOf));
process.stdout.write(`${closingLine(total)}\n`);
process.exitCode = exitCode === 0 && total.failed === 0 ? 0 : 1;
