import type { StateDays } from '@saubac/db/cases';
import { addWorkingDays, type WorkCalendar } from '@saubac/domain/calendar';
import type { IsoDate } from '@saubac/domain/values';
import type { Workflow } from '@saubac/domain/workflow';
import type { CaseKind } from './case-kind.ts';

/** The days of a state for a subject that has a last day of its own. */
export const daysOf = <Subject>(kind: Pick<CaseKind<Subject>, 'workflow' | 'due'>, state: string, subject: Subject | undefined, today: IsoDate, calendar: WorkCalendar): StateDays => {
  const days = stateDays(kind.workflow, state, today, calendar);
  return kind.due && subject !== undefined ? { ...days, dueOn: kind.due(subject, state) } : days;
};

/** The days of a state that is entered today: the last one on which it is in time, and the one of the reminder. */
export const stateDays = (workflow: Pick<Workflow<never>, 'deadlines'>, state: string, today: IsoDate, calendar: WorkCalendar): StateDays => {
  const deadline = workflow.deadlines?.[state];
  if (!deadline) return { enteredOn: today, dueOn: null, remindOn: null };
  const { workingDays, remindBefore = 0 } = deadline;
  return {
    enteredOn: today,
    dueOn: addWorkingDays(today, workingDays, calendar),
    remindOn: remindBefore > 0 ? addWorkingDays(today, workingDays - remindBefore, calendar) : null,
  };
};
