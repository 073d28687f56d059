import { createHash } from 'node:crypto';

import { careerOf, lockPerson, withRowIds } from '@saubac/db/people';
import type { TenantTx } from '@saubac/db/tenancy';
import { certificateVersions, fieldsOfRow, lockBoth, type MergeChoices, type Merging, succeedsIn, twinRecords } from '@saubac/db/twins';
import { compareTwins, type Likeness, type MainPostsOverlap, mergeCareers, mergedFields, mergeFields, type TwoAccounts } from '@saubac/domain/twins';
import { fail, ok, type PersonId, type Result, type UnitScope } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import type { UnknownPerson } from '../people/refusals.ts';

/** Which record stays, which goes into it, and whose values stay. */
export type MergeInput = { staying: PersonId; going: PersonId; choices?: MergeChoices | undefined };

export type MergeRefusal =
  | UnknownPerson
  | MainPostsOverlap
  | TwoAccounts
  | { kind: 'merge-with-itself' }
  /** Nobody makes the records one that tell of himself. */
  | { kind: 'own-record' };

/** Two records as they stand and what they would become. `digest` stands for both as they are and for the choices. */
export type LookedAt = Omit<Merging, 'merge'> & { likeness: Likeness; digest: string };

/** Takes two records of the scope in hand and works out what they become. */
export const lookAt = async (ctx: Ctx, tx: TenantTx, scope: UnitScope, { staying, going, choices = { fields: {} } }: MergeInput): Promise<Result<LookedAt, MergeRefusal>> => {
  if (staying === going) return fail({ kind: 'merge-with-itself' });
  for (const it of [staying, going].toSorted()) if (!(await lockPerson(tx, scope, it, ctx.today))) return fail({ kind: 'unknown-person', on: ctx.today });
  const both = await lockBoth(tx, staying, going);
  const rows = { staying: both.get(staying)!, going: both.get(going)! };
  const own = { staying: fieldsOfRow(rows.staying), going: fieldsOfRow(rows.going) };
  if (ctx.actor.id !== null && [own.staying.user, own.going.user].includes(ctx.actor.id)) return fail({ kind: 'own-record' });
  const fields = mergedFields(own.staying, own.going, choices.fields);
  if (!fields.ok) return fields;
  const careers = { staying: await careerOf(tx, staying), going: await careerOf(tx, going) };
  const merged = mergeCareers(careers.staying, careers.going, choices.mainPosts);
  if (!merged.ok) return merged;
  const records = await twinRecords(tx, [staying, going]);
  const likeness = compareTwins(records.get(staying)!, records.get(going)!, await succeedsIn(tx));
  // Kept choices come back with their fields in another order, so they are told one by one.
  const chosen = [mergeFields.map((it) => choices.fields[it] ?? null), choices.mainPosts ?? null];
  const state = [rows, careers, await certificateVersions(tx, [staying, going]), chosen];
  const digest = createHash('sha256').update(JSON.stringify(state)).digest('hex');
  return ok({ staying, going, rows, fields: fields.value, careers: { ...careers, merged: withRowIds(merged.value) }, likeness, digest });
};
