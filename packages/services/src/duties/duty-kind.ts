import { dutiesByIds } from '@saubac/db/duties';
import { planVersions } from '@saubac/db/plans';
import type { TenantSql } from '@saubac/db/tenancy';
import { type Access, permitted } from '@saubac/domain/access';
import { type DutyInHand, type PlanFile, planTaskFlow } from '@saubac/domain/plan';
import type { LocalText } from '@saubac/domain/values';
import type { Workflow } from '@saubac/domain/workflow';
import { type CaseKind, caseWord, extendKind } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';

/** What plans say of a task: the latest version that has it, and the place among its tasks. */
export type TaskOfPlan = PlanFile['tasks'][number] & { version: number; at: number; bodyNames: ReadonlyMap<string, LocalText> };

/** Every task that any version of the tenant's plans gives, by plan and task: the wording of the latest version. A task that was taken out keeps its last one. */
export const tasksOfPlans = async (db: TenantSql): Promise<ReadonlyMap<string, TaskOfPlan>> => {
  const tasks = new Map<string, TaskOfPlan>();
  for (const { plan, number, document, withdrawn } of await planVersions(db)) {
    if (withdrawn) continue;
    const bodyNames = new Map(document.bodies.map((it): [string, LocalText] => [it.id, it.name]));
    for (const [at, task] of document.tasks.entries()) tasks.set(`${plan}/${task.id}`, { ...task, version: number, at, bodyNames });
  }
  return tasks;
};

/** What a task is called; its id where no plan says it any more. */
export const titleOfTask = (tasks: ReadonlyMap<string, TaskOfPlan>, { plan, task }: { plan: string; task: string }): LocalText => tasks.get(`${plan}/${task}`)?.title ?? { vi: task, en: task };

const isOfSomeUnits = (access: Access): boolean => {
  const scope = permitted(access, 'task.report');
  return scope.ok && scope.value.kind !== 'everything';
};

/** Duties on their way from open to accepted. */
export const dutyKind = (ctx: Ctx): CaseKind<DutyInHand> => {
  let known: Promise<ReadonlyMap<string, TaskOfPlan>> | undefined;
  return extendKind<DutyInHand>(ctx.registry, {
    workflow: planTaskFlow as unknown as Workflow<DutyInHand>,
    seenBy: 'task.read',
    subjects: async (tx, ids) => {
      known ??= tasksOfPlans(ctx.db);
      const [found, tasks] = [await dutiesByIds(tx, ids), await known];
      return new Map(found.map((it) => [it.id, { id: it.id, title: titleOfTask(tasks, it), body: it.body, to: it.to, report: it.report, files: it.files }]));
    },
    statement: ({ report, files }) => ({ report, files }),
    describe: ({ id, title }) => ({ title, link: `/tasks/${id}` }),
    due: ({ to }, state) => (state === 'open' ? to : null),
    // Who reports for the whole tenant reports what is nobody's; what a unit has to do waits for its own people.
    waitsFor: (move, of, access) => move !== 'report' || of === 'tenant' || isOfSomeUnits(access),
    word: caseWord('plan-task'),
  });
};
