import { addDays, type IsoDate } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { addDutySession, getDuty } from '@saubac/services/duties';
import { listPeople } from '@saubac/services/people';
import { done, type Hands } from './hands.ts';
import { dutiesIn, dutyOf } from './duties.ts';
import type { SampleSession, SampleWork } from './sample-work.ts';

/** No more are listed by name: a list of a whole branch would be kept as a file. */
const mostListed = 200;

const hold = async (ctx: Ctx, duty: string, { daysAgo, form, topic, place, reached }: SampleSession, year: number): Promise<void> => {
  const { sessions, reach } = done(await getDuty(ctx, duty));
  if (sessions.length > 0 || !reach) return;
  const heads = reached === 'all' ? reach.due : Math.ceil(reach.due / 2);
  const { people } = done(await listPeople(ctx, { limit: mostListed }));
  const [first, day] = [`${year}-01-01` as IsoDate, addDays(ctx.today, -daysAgo)];
  done(await addDutySession(ctx, { duty, session: { heldOn: day < first ? first : day, form, topic, place, heads, people: people.slice(0, heads).map((it) => it.id) } }));
};

/** Sessions that made the programme known: one unit has reached all of its people, one half of them, the others none yet. */
export const holdSessions = async (hands: Hands, { sessions }: SampleWork, year: number): Promise<void> => {
  const duties = await dutiesIn(await hands.as('home-affairs-officer'), year);
  for (const session of sessions) {
    const duty = dutyOf(duties, session.task, hands.unit(session.unit));
    if (duty?.state === 'open') await hold(await hands.of(session.unit), duty.id, session, year);
  }
};
