import { casesPastDue, casesToRemind, findDefinition, type KeptCase } from '@saubac/db/cases';
import { insertNotices, type NewNotice } from '@saubac/db/notices';
import { workCalendar } from '@saubac/db/reference';
import { roleHolds } from '@saubac/domain/access';

import { type CaseInHand, lapseCase } from '../cases/index.ts';
import { type Ctx, ctxOfLater, type LaterWork } from '../context/index.ts';
import { caseKinds } from '../inbox/index.ts';
import { type Everybody, everybody, type Somebody, whoSees } from './people.ts';

/** The outbox kind of looking once a day at the days by which cases are due. */
export const caseDays = 'case.days';

/** The move that the clock takes in a case whose time is over; undefined where it only is late. */
const lapseOf = async (ctx: Ctx, it: KeptCase): Promise<string | undefined> => (await findDefinition(ctx.db, it.definition))?.deadlines[it.state]?.lapse;

const lapse = async (ctx: Ctx, it: KeptCase, move: string): Promise<void> => {
  const kind = caseKinds(ctx).find(({ workflow }) => workflow.id === it.workflow);
  // What can't lapse as things stand stays late, and is looked at again the next day.
  if (kind) await lapseCase({ ...ctx, calendar: await workCalendar(ctx.db) }, kind, { case: it.id, move });
};

// The superior is whoever manages the users of a body that the case is in: its head, and the one of the department.
const isHead = ({ hands }: Somebody): boolean => hands.some((held) => held.some(({ role }) => roleHolds(role, 'user.manage')));

// Whoever must act is told; of what is late, his superiors too.
const told = (somebody: Somebody, seen: readonly CaseInHand<unknown>[], kind: 'reminder' | 'late'): NewNotice[] =>
  seen
    .filter((it) => it.waits || (kind === 'late' && isHead(somebody)))
    .map(({ case: it }) => ({ user: somebody.user, key: `${it.id}:${it.version}:${kind}`, kind, case: it.id, urgent: false }));

const tell = async (ctx: Ctx, all: Everybody, cases: readonly KeptCase[], kind: 'reminder' | 'late', signal: AbortSignal): Promise<void> => {
  for await (const { somebody, seen } of whoSees(ctx, all, cases)) {
    if (signal.aborted) return;
    await insertNotices(ctx.db, told(somebody, seen, kind), ctx.now());
  }
};

/**
 * Looks at the days by which open cases are due: those whose time is over lapse where their workflow says so, else whoever must act and his
 * superiors are told that they are late; before, whoever must act is reminded. Each thing once, however often this is done.
 */
export const tellDays = async (work: LaterWork): Promise<void> => {
  const ctx = await ctxOfLater(work, { id: null, label: 'clock' });
  const late: KeptCase[] = [];
  for (const it of await casesPastDue(ctx.db, ctx.today)) {
    if (work.signal.aborted) return;
    const move = await lapseOf(ctx, it);
    if (move === undefined) late.push(it);
    else await lapse(ctx, it, move);
  }
  const all = await everybody(ctx);
  await tell(ctx, all, late, 'late', work.signal);
  await tell(ctx, all, await casesToRemind(ctx.db, ctx.today), 'reminder', work.signal);
};
