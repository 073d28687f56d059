import type { IsoDate } from '../values/index.ts';
import { type Guard, workflowFor } from '../workflow/index.ts';
import type { PlanFile } from './plan-file.ts';

type Period = { from: IsoDate; to: IsoDate };

/** A duty that a task gives to a leading body for a period: done, it is proven within that period (both days inclusive). */
export type PlannedDuty = { task: string; body: string; from: IsoDate; to: IsoDate };

const year = (of: number): Period => ({ from: `${of}-01-01` as IsoDate, to: `${of}-12-31` as IsoDate });

const within = (it: Period, bounds: Period): Period | undefined => {
  const from = it.from > bounds.from ? it.from : bounds.from;
  const to = it.to < bounds.to ? it.to : bounds.to;
  return from <= to ? { from, to } : undefined;
};

// Five years at a time, as the phases of the programme run (2021–2025, 2026–2030).
const fiveYears = (of: number): Period => {
  const first = of - ((of - 1) % 5);
  return { from: year(first).from, to: year(first + 4).to };
};

const periodOf = (task: PlanFile['tasks'][number], plan: Period, of: number): Period | undefined => {
  const whole = task.period ?? plan;
  if (task.recurs === 'on-demand') return undefined;
  if (task.recurs === 'once') return within(year(of), whole) && whole;
  return within(task.recurs === 'five-yearly' ? fiveYears(of) : year(of), whole);
};

/**
 * The duties of a plan that fall into a year: a task that goes on or recurs yearly is due each year, one that recurs every five years once in them,
 * one that is done once by the end of its time. What is done on demand is due when somebody asks for it, so it is none.
 */
export const dutiesOfYear = (plan: { tasks: PlanFile['tasks']; period: Period }, of: number): PlannedDuty[] =>
  plan.tasks.flatMap((task) => {
    const period = periodOf(task, plan.period, of);
    return period && within(year(of), period) ? [...new Set(task.lead)].map((body) => ({ task: task.id, body, ...period })) : [];
  });

/** What a body tells of a duty: in words, in a figure, and the document that it goes by. */
export type DutyReport = { text: string; figure: number | null; document: string | null };

/**
 * How many days after its last day a duty was handed in, or is still open; 0 in time. Calendar days, as the law counts a term unless it says otherwise.
 * A duty that was dropped is not late.
 */
export const daysLate = (duty: { state: string; to: IsoDate; reportedOn: IsoDate | null }, today: IsoDate): number => {
  if (duty.state === 'dropped') return 0;
  const until = duty.state === 'open' ? today : (duty.reportedOn ?? duty.to);
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(duty.to)) / 86_400_000));
};

/** A duty as whoever reports, accepts or sends back sees it. `files`: how many proofs were uploaded. */
export type DutyInHand = { id: string; title: { vi: string; en?: string | undefined }; body: string; to: IsoDate; report: DutyReport | null; files: number };

const says: Guard<DutyInHand> = { name: 'saysWhatWasDone', refusal: 'refusal.saysWhatWasDone', holds: ({ report }) => report !== null && report.text.trim() !== '' };
const isProven: Guard<DutyInHand> = { name: 'isProven', refusal: 'refusal.isProven', holds: ({ report, files }) => files > 0 || (report !== null && (report.figure !== null || report.document !== null)) };

/**
 * How a duty is done: the body that leads reports it with a proof, the department accepts it or sends it back with a reason. A duty that the plan no
 * longer gives is dropped with a reason and stays readable.
 */
export const planTaskFlow = workflowFor<DutyInHand>()({
  id: 'plan-task',
  states: ['open', 'reported', 'accepted', 'dropped'],
  initial: 'open',
  final: ['accepted', 'dropped'],
  moves: {
    report: { from: 'open', to: 'reported', permission: 'task.report', guards: [says, isProven] },
    takeBack: { from: 'reported', to: 'open', permission: 'task.report', aside: ['reported'] },
    accept: { from: 'reported', to: 'accepted', permission: 'task.manage', otherThan: ['report'] },
    sendBack: { from: 'reported', to: 'open', permission: 'task.manage', reason: 'asked' },
    drop: { from: ['open', 'reported'], to: 'dropped', permission: 'task.manage', reason: 'asked', aside: ['open', 'reported'] },
  },
});
