import { fileOfUser, type PersonFile, personFile } from '@saubac/db/people';
import { mergedInto } from '@saubac/db/twins';
import type { Forbidden } from '@saubac/domain/access';
import { fail, type IsoDate, ok, type PersonId, type Result } from '@saubac/domain/values';

import { noteRead } from '../audit/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { idNumbersOf } from './id-numbers.ts';
import type { UnknownPerson } from './refusals.ts';

/** The record was of somebody who has another one, and went into it. */
export type PersonMerged = { kind: 'person-merged'; into: PersonId };

/** The file of one person, with the levels that count on a day (today unless it is given). That the caller opened it is noted. */
export const getPerson = async (ctx: Ctx, { person, on = ctx.today }: { person: PersonId; on?: IsoDate | undefined }): Promise<Result<PersonFile, Forbidden | UnknownPerson | PersonMerged>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const file = await personFile(ctx.db, scope.value, person, on, idNumbersOf(ctx));
  if (!file) {
    const into = await mergedInto(ctx.db, scope.value, person, on);
    return into ? fail({ kind: 'person-merged', into }) : fail({ kind: 'unknown-person', on });
  }
  noteRead(ctx, person, 'file');
  return ok(file);
};

/** The caller's own file, which needs no permission: what is kept of oneself one may know. */
export const getOwnFile = async (ctx: Ctx): Promise<Result<PersonFile, { kind: 'no-file-of-this-account' }>> => {
  const file = ctx.actor.id === null ? undefined : await fileOfUser(ctx.db, ctx.actor.id, ctx.today);
  return file ? ok(file) : fail({ kind: 'no-file-of-this-account' });
};
