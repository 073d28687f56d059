import { planTaskFlow } from '@saubac/domain/plan';
import { extendWorkflow, type Guard } from '@saubac/domain/workflow';

import { manifest } from './manifest.ts';

/** A report on a task shows its proof and says it in a figure. */
export const provenInFigures: Guard<{ report: { figure: number | null } | null; files: number }> = {
  name: 'provenInFigures',
  refusal: 'refusal.provenInFigures',
  holds: ({ report, files }) => report !== null && report.figure !== null && files > 0,
};

export const reportsWithFigures = extendWorkflow(planTaskFlow, { by: manifest.id, guards: { report: [provenInFigures] } });

export const workflows = [reportsWithFigures];
