import { defineCase, type PluginSql, type TakenMove, wordOf } from '@saubac/plugin-api';
import { eq } from 'drizzle-orm';

import { manifest } from '../manifest.ts';
import { enrolments } from '../tables.ts';
import { seatRequests, seatsTaken } from './seat-requests.ts';
import { laoEnrolment, type SeatRequest } from './workflow.ts';

type State = (typeof enrolments.$inferSelect)['state'];

// Without the name: a title stands in mails too.
const titleOf = ({ class: { name } }: SeatRequest): { vi: string; en: string } => {
  const title = wordOf(manifest, 'enrolment.title');
  return { vi: title.vi.replace('{{class}}', name), en: (title.en ?? title.vi).replace('{{class}}', name) };
};

/** What a move of the case changes in the enrolment. A seat is only given while the class is in hand: of two officers at once one is too late. */
const moved = async (tx: PluginSql, { subject, move, to, on, reason }: TakenMove): Promise<void> => {
  const [row] = await tx
    .update(enrolments)
    .set({ state: to as State, ...(move === 'consent' ? { consentedOn: on } : {}), ...(reason === null ? {} : { reason }) })
    .where(eq(enrolments.id, subject))
    .returning({ classId: enrolments.classId });
  if (move !== 'enrol' || !row) return;
  const { taken, capacity } = await seatsTaken(tx, row.classId);
  if (taken > capacity) throw new Error('The last seat was given to somebody else at the same moment');
};

/** A request for a seat, as it goes from hand to hand. */
export const enrolmentCase = defineCase(manifest, {
  workflow: laoEnrolment,
  seenBy: 'enrolment.read',
  subjects: seatRequests,
  describe: (it) => ({ title: titleOf(it), person: it.person, link: `/x/ha-tinh/enrolments?class=${it.class.id}` }),
  // What whoever consented or decided went by: a class that moved to another day or place is another one for the unit.
  statement: (it) => ({ unit: it.unit, startsOn: it.class.startsOn, place: it.class.place }),
  moved,
});
