import { noteMailed, type Unmailed, unmailedNotices } from '@saubac/db/notices';
import type { TenantDb } from '@saubac/db/tenancy';
import type { UserId } from '@saubac/domain/values';

/** A mail about notices: one decision about a case of one's own, or how many things wait. `key` stands for it. */
export type NoticeMail = { key: string; user: UserId } & ({ kind: 'decided'; case: string } | { kind: 'waiting'; count: number });

/** Sends a mail; under one key one mail goes out, however often it is asked for. */
type Send = (mail: NoticeMail) => Promise<void>;

const mailOf = ({ user, ids, unread, case: id }: Unmailed, urgent: boolean): NoticeMail | undefined => {
  const key = ids[0];
  if (key === undefined || unread === 0) return undefined;
  return urgent ? { key, user, kind: 'decided', case: id } : { key, user, kind: 'waiting', count: unread };
};

/**
 * Tells by mail what has not been told so yet: urgent notices at once and each for itself, the others together. Nobody is mailed twice for one
 * thing: the mail goes by the id of its first notice, and is noted only after it was asked for.
 */
export const mailNotices = async (db: TenantDb, { urgent, now, send }: { urgent: boolean; now: Date; send: Send }): Promise<void> => {
  for (const owed of await unmailedNotices(db, urgent)) {
    const mail = mailOf(owed, urgent);
    if (mail) await send(mail);
    await noteMailed(db, owed.ids, now);
  }
};
