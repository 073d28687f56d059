import { planTaskFlow } from '@saubac/domain/plan';
import { extendWorkflow, type Guard } from '@saubac/domain/workflow';

import { manifest } from './manifest.ts';

/** What the guard looks at of a task whose report is about to be sent. */
export type ReportedTask = { report: { figure: number | null; document: string | null } | null; files: number };

/** A report needs a figure, and beside it what proves it: a document that it names, or a file. */
const reportIsProved: Guard<ReportedTask> = {
  name: 'reportIsProved',
  refusal: 'refusal.reportNotProved',
  holds: ({ report, files }) => report !== null && report.figure !== null && (files > 0 || (report.document ?? '').trim() !== ''),
};

export const provedReports = extendWorkflow(planTaskFlow, { by: manifest.id, guards: { report: [reportIsProved] } });

export const workflows = [provedReports];
