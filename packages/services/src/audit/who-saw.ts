import { type NotedRead, personOfUser, readsOfPerson, type ReadsPage } from '@saubac/db/audit';
import { findPerson } from '@saubac/db/people';
import type { Forbidden } from '@saubac/domain/access';
import { fail, type IsoDate, ok, type PersonId, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** Who opened what of a person's file and in which hour, latest first; `next`: the row after which the next page begins. */
export type Readers = { person: PersonId; rows: NotedRead[]; next: ReadsPage['after'] | null };

export type WhoSawFailure = Forbidden | { kind: 'unknown-person'; on: IsoDate };
export type WhoSawMeFailure = { kind: 'no-file-of-this-account' };

const readersOf = async (ctx: Ctx, person: PersonId, { after, limit }: ReadsPage): Promise<Readers> => {
  const found = await readsOfPerson(ctx.db, person, { after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { person, rows, next: found.length > limit && last ? { at: last.at, id: last.id } : null };
};

const ownFile = async (ctx: Ctx): Promise<PersonId | undefined> => (ctx.actor.id === null ? undefined : personOfUser(ctx.db, ctx.actor.id));

/** Who opened a person's file: for whoever may read the audit of his unit, and for the person himself. */
export const whoSaw = async (ctx: Ctx, { person: id, ...page }: { person: PersonId } & ReadsPage): Promise<Result<Readers, WhoSawFailure>> => {
  if ((await ownFile(ctx)) === id) return ok(await readersOf(ctx, id, page));
  const scope = permit(ctx, 'audit.read');
  if (!scope.ok) return scope;
  const person = await findPerson(ctx.db, scope.value, id, ctx.today);
  return person ? ok(await readersOf(ctx, person.id, page)) : fail({ kind: 'unknown-person', on: ctx.today });
};

/** "Who saw my data": the readers of the caller's own file, which needs no permission. */
export const whoSawMe = async (ctx: Ctx, page: ReadsPage): Promise<Result<Readers, WhoSawMeFailure>> => {
  const person = await ownFile(ctx);
  return person === undefined ? fail({ kind: 'no-file-of-this-account' }) : ok(await readersOf(ctx, person, page));
};
