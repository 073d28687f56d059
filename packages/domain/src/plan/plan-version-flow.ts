import type { IsoDate, LocalText } from '../values/index.ts';
import { type Guard, workflowFor } from '../workflow/index.ts';

/** What keeps a plan that is good in itself from ruling from its day. */
export type PlanObstacle = 'after-the-plan-ended' | 'another-version-on-that-day' | 'territory-taken' | 'reaches-unknown-units';

/** What the one who checks and the one who approves go by: the day, and what every element says, as digests. */
export type PlanStatement = { from: IsoDate | null; parts: Readonly<Record<string, string>> };

/**
 * A draft on its way to be in force, as whoever decides sees it. `ownWriting`: the one who asks wrote last in it. `asChecked`: it says what it
 * said when it was checked; true while nobody has checked it.
 */
export type PlanOnItsWay = {
  id: string;
  title: LocalText;
  from: IsoDate | null;
  statement: PlanStatement;
  problems: number;
  obstacle: PlanObstacle | null;
  ownWriting: boolean;
  asChecked: boolean;
};

const guard = (name: string, holds: (it: PlanOnItsWay) => boolean): Guard<PlanOnItsWay> => ({ name, refusal: `refusal.${name}`, holds });

const hasDay = guard('hasDay', (it) => it.from !== null);
const hasNoProblems = guard('hasNoProblems', (it) => it.problems === 0);
const beginsWithinItsTime = guard('beginsWithinItsTime', (it) => it.obstacle !== 'after-the-plan-ended');
const hasItsDayToItself = guard('hasItsDayToItself', (it) => it.obstacle !== 'another-version-on-that-day');
const hasItsUnitsToItself = guard('hasItsUnitsToItself', (it) => it.obstacle !== 'territory-taken');
const knowsItsUnits = guard('knowsItsUnits', (it) => it.obstacle !== 'reaches-unknown-units');
const wasWrittenByAnother = guard('wasWrittenByAnother', (it) => !it.ownWriting);
const isAsChecked = guard('isAsChecked', (it) => it.asChecked);

const complete = [hasDay, hasNoProblems, knowsItsUnits, beginsWithinItsTime];
const canRule = [...complete, hasItsDayToItself, hasItsUnitsToItself];

/**
 * How a draft becomes the version in force: who wrote it hands it in, the head of the department checks it, the committee (or whoever holds its
 * right) approves it. Who handed it in or wrote last in it does neither; who checked it may approve it, so that two people are enough where a
 * province has no more. While it is on its way only its author changes it, and a change sends it back to be checked.
 */
export const planVersionFlow = workflowFor<PlanOnItsWay>()({
  id: 'plan-version',
  states: ['draft', 'waiting-check', 'checked', 'approved', 'withdrawn'],
  initial: 'draft',
  final: ['approved', 'withdrawn'],
  moves: {
    submit: { from: 'draft', to: 'waiting-check', permission: 'plan.draft', guards: complete },
    check: { from: 'waiting-check', to: 'checked', permission: 'plan.check', otherThan: ['submit'], guards: [...complete, wasWrittenByAnother] },
    approve: { from: 'checked', to: 'approved', permission: 'plan.put-in-force', otherThan: ['submit'], guards: [...canRule, wasWrittenByAnother, isAsChecked] },
    sendBack: { from: 'waiting-check', to: 'draft', permission: 'plan.check', otherThan: ['submit'], reason: 'asked' },
    returnChecked: { from: 'checked', to: 'draft', permission: 'plan.put-in-force', otherThan: ['submit'], reason: 'asked' },
    change: { from: ['waiting-check', 'checked'], to: 'waiting-check', permission: 'plan.draft', by: 'opener' },
    withdraw: { from: ['draft', 'waiting-check', 'checked'], to: 'withdrawn', permission: 'plan.draft', by: 'opener' },
  },
  deadlines: {
    draft: { workingDays: 10, remindBefore: 3 },
    'waiting-check': { workingDays: 5, remindBefore: 2 },
    checked: { workingDays: 5, remindBefore: 2 },
  },
});

/** Whether a draft is in the hands of those who check and approve. */
export const isOnItsWay = (state: string): boolean => state !== 'draft' && !(planVersionFlow.final as readonly string[]).includes(state);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of a document by name: each element of a list that gives itself an id (`targets.t-1`), everything else by its section. */
export const partsOfPlan = (document: unknown): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(isObject(document) ? document : {}).flatMap(([section, value]): [string, unknown][] => {
      const elements = Array.isArray(value) ? value.filter((it) => isObject(it) && typeof it['id'] === 'string') : [];
      return Array.isArray(value) && elements.length === value.length && value.length > 0
        ? elements.map((it) => [`${section}.${String((it as { id: string }).id)}`, it])
        : [[section, value]];
    }),
  );
