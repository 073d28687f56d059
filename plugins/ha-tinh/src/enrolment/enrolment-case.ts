import { defineCase, type PluginSql, type TakenMove, wordOf } from '@saubac/plugin-api';
import { eq } from 'drizzle-orm';

import { manifest } from '../manifest.ts';
import { enrolments } from '../tables.ts';
import { holdClassOf, seatRequests } from './seat-requests.ts';
import { laoEnrolment, type SeatRequest } from './workflow.ts';

type State = (typeof enrolments.$inferSelect)['state'];

// Without the name: a title stands in mails too.
const titleOf = ({ class: { name } }: SeatRequest): { vi: string; en: string } => {
  const title = wordOf(manifest, 'enrolment.title');
  return { vi: title.vi.replace('{{class}}', name), en: (title.en ?? title.vi).replace('{{class}}', name) };
};

/** What a move of the case changes in the enrolment. */
const moved = async (tx: PluginSql, { subject, move, to, on, reason }: TakenMove): Promise<void> => {
  await tx
    .update(enrolments)
    .set({ state: to as State, ...(move === 'consent' ? { consentedOn: on } : {}), ...(reason === null ? {} : { reason }) })
    .where(eq(enrolments.id, subject));
};

/** A request for a seat, as it goes from hand to hand. */
export const enrolmentCase = defineCase(manifest, {
  workflow: laoEnrolment,
  seenBy: 'enrolment.read',
  subjects: seatRequests,
  describe: (it) => ({ title: titleOf(it), person: it.person, link: `/x/ha-tinh/enrolments?class=${it.class.id}` }),
  // A seat is only given while the class is in hand: of two officers at once the later one finds it taken.
  hold: async (tx, enrolment, move) => {
    if (move === 'enrol') await holdClassOf(tx, enrolment);
  },
  // What whoever consented or decided went by: a class that moved to another day or place is another one for the unit.
  statement: (it) => ({ unit: it.unit, startsOn: it.class.startsOn, place: it.class.place }),
  moved,
});
