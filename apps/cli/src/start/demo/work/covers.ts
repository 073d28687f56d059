import type { Auth } from '@saubac/auth/context';
import type { Role } from '@saubac/domain/access';
import { addDays, type IsoDate } from '@saubac/domain/values';
import { listCovers, setCover } from '@saubac/services/covers';
import { done, type Hands } from './hands.ts';
import type { SampleWork } from './sample-work.ts';

/** Who is away, and who covers for him. */
const pairs: readonly (readonly [Role, Role])[] = [['home-affairs-head', 'home-affairs-officer'], ['agency-head', 'agency-officer']];

const nextMonday = (today: IsoDate): IsoDate => addDays(today, 8 - (new Date(`${today}T00:00:00Z`).getUTCDay() || 7));

/** Heads are away in the coming week, and their officers cover for them. */
export const setCovers = async (hands: Hands, auth: Auth, { away }: SampleWork): Promise<void> => {
  for (const [covered, covering] of pairs) {
    const [head, officer] = [await hands.as(covered), await hands.as(covering)];
    if (done(await listCovers(head)).length > 0 || officer.actor.id === null) continue;
    const from = nextMonday(head.today);
    done(await setCover(head, auth.sql, { covering: officer.actor.id, from, to: addDays(from, 4), reason: away }));
  }
};
