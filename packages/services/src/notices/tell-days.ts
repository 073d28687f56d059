import { casesPastDue, casesToRemind, findDefinition, type KeptCase } from '@saubac/db/cases';
import { insertNotices, type NewNotice } from '@saubac/db/notices';
import { workCalendar } from '@saubac/db/reference';
import type { UserId } from '@saubac/domain/values';
import { roleHolds, type Role } from '@saubac/domain/access';

import { getCase, lapseCase } from '../cases/index.ts';
import { type Ctx, ctxOfLater, type LaterWork } from '../context/index.ts';
import { caseKinds } from '../inbox/index.ts';
import { ctxOfUser, everybody } from './people.ts';
import { waitingUsers } from './tell-of-move.ts';

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
const isHead = (roles: ReadonlySet<Role>): boolean => [...roles].some((it) => roleHolds(it, 'user.manage'));

const sees = async (ctx: Ctx, user: UserId, it: KeptCase): Promise<boolean> => {
  const own = await ctxOfUser(ctx, user);
  const kind = caseKinds(own).find(({ workflow }) => workflow.id === it.workflow);
  return kind !== undefined && (await getCase(own, kind, it.id)).ok;
};

const superiors = async (ctx: Ctx, it: KeptCase): Promise<UserId[]> => {
  const found: UserId[] = [];
  for (const { user, roles } of await everybody(ctx)) if (isHead(roles) && (await sees(ctx, user, it))) found.push(user);
  return found;
};

const tell = async (ctx: Ctx, it: KeptCase, kind: 'reminder' | 'late'): Promise<void> => {
  const waiting = await waitingUsers(ctx, it.id, it.workflow);
  const users = new Set(kind === 'late' ? [...waiting, ...(await superiors(ctx, it))] : waiting);
  await insertNotices(ctx.db, [...users].map((user): NewNotice => ({ user, key: `${it.id}:${it.version}:${kind}`, kind, case: it.id, urgent: false })), ctx.now());
};

/**
 * Looks at the days by which open cases are due: those whose time is over lapse where their workflow says so, else whoever must act and his
 * superiors are told that they are late; before, whoever must act is reminded. Each thing once, however often this is done.
 */
export const tellDays = async (work: LaterWork): Promise<void> => {
  const ctx = await ctxOfLater(work, { id: null, label: 'clock' });
  for (const it of await casesPastDue(ctx.db, ctx.today)) {
    if (work.signal.aborted) return;
    const move = await lapseOf(ctx, it);
    await (move === undefined ? tell(ctx, it, 'late') : lapse(ctx, it, move));
  }
  for (const it of await casesToRemind(ctx.db, ctx.today)) {
    if (work.signal.aborted) return;
    await tell(ctx, it, 'reminder');
  }
};
