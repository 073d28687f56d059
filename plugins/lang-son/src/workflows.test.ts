import { planTaskFlow } from '@saubac/domain/plan';
import { composeWorkflow } from '@saubac/domain/workflow';
import { expect, it } from 'vitest';

import { provedReports, type ReportedTask } from './workflows.ts';

const lets = (task: ReportedTask): boolean => (provedReports.guards?.['report'] ?? []).every((it) => it.holds(task as never));

it('lets a report be sent that has a figure and a document, or a figure and a file', () => {
  expect([lets({ report: { figure: 12, document: '45/BC-SNV' }, files: 0 }), lets({ report: { figure: 0, document: null }, files: 1 })]).toEqual([true, true]);
});

it('keeps back a report without a figure, without proof, with a blank document, and none at all', () => {
  const reports: ReportedTask[] = [
    { report: { figure: null, document: '45/BC-SNV' }, files: 2 }, { report: { figure: 12, document: null }, files: 0 },
    { report: { figure: 12, document: ' ' }, files: 0 }, { report: null, files: 1 },
  ];
  expect(reports.map(lets)).toEqual([false, false, false, false]);
});

it('adds to what the core asks and takes nothing away', () => {
  const composed = composeWorkflow(planTaskFlow, [provedReports as never]);
  if (!composed.ok) throw new Error(JSON.stringify(composed.failure));
  const core = (planTaskFlow.moves.report.guards ?? []).map((it) => it.name);
  expect(composed.value.moves['report']?.guards?.map((it) => it.name)).toEqual([...core, 'reportIsProved']);
});
