import type { PluginCtx, PluginSql } from '@saubac/plugin-api';
import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';

import type { Config } from '../config.ts';
import { agreements, classes, enrolments, messages } from '../tables.ts';

/** What can be told. Of a request: what became of it. Of an agreement or a class: what Sở Ngoại vụ has to do. */
export type MessageKind = 'enrolled' | 'declined' | 'official' | 'cut' | 'agreement-ending' | 'follow-up-due' | 'list-due';

export type MessageRow = typeof messages.$inferSelect;

/** Tells something once: what was told under the same key is not told again. */
export const tell = ({ write }: Pick<PluginCtx<Config>, 'write'>, it: { key: string; unit: string | null; kind: MessageKind; subject: string }): Promise<void> =>
  write(async (tx, record) => {
    const told = await tx.insert(messages).values({ key: it.key, unitId: it.unit, kind: it.kind, subject: it.subject }).onConflictDoNothing({ target: messages.key }).returning({ id: messages.id });
    for (const { id } of told) await record({ act: 'lao-message.told', subject: { kind: 'lao-message', id }, after: { kind: it.kind, about: it.subject } });
  });

type Told = { row: MessageRow; day: string; what: string | null };

// The day in Vietnam: by the server's clock it would be yesterday until seven in the morning.
const day = sql<string>`to_char(${messages.toldAt} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`;

/** What agencies were told of their people, the latest first; `what` is the class. */
export const toldToAgencies = async (db: PluginSql): Promise<(Told & { person: string })[]> =>
  db
    .select({ row: messages, day, what: classes.name, person: enrolments.personId })
    .from(messages)
    .innerJoin(enrolments, eq(enrolments.id, messages.subject))
    .innerJoin(classes, eq(classes.id, enrolments.classId))
    .where(isNotNull(messages.unitId))
    .orderBy(desc(messages.toldAt), desc(messages.id))
    .limit(500);

/** What Sở Ngoại vụ was told and has not seen to, the latest first. */
export const toldToLead = async (db: PluginSql): Promise<Told[]> =>
  db
    .select({ row: messages, day, what: sql<string | null>`coalesce((select title from ${agreements} a where a.id = ${messages}.subject), (select name from ${classes} c where c.id = ${messages}.subject))` })
    .from(messages)
    .where(and(isNull(messages.unitId), isNull(messages.seenOn)))
    .orderBy(desc(messages.toldAt), desc(messages.id))
    .limit(100);

/** Notes that messages were seen. */
export const markSeen = async (tx: PluginSql, ids: readonly string[], on: string): Promise<void> => {
  if (ids.length > 0) await tx.update(messages).set({ seenOn: on }).where(and(inArray(messages.id, [...ids]), isNull(messages.seenOn)));
};
