import { insertDetails } from '@saubac/db/audit';
import { takeLevels } from '@saubac/db/levels';
import { decideMerge, fieldsOfRow, findMerge, type KeptMerge, mergePeople, type WayBack } from '@saubac/db/twins';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type PersonId, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { identityFacts } from '../people/identity-input.ts';
import type { ChangedMeanwhile } from '../people/refusals.ts';
import { lookAt, type MergeRefusal } from './merging.ts';

/** The proposal, and the version of it that was seen; without it the one that stands. */
export type MergeDecision = { merge: string; version?: number | undefined; why?: string | undefined };

export type UnknownMerge = { kind: 'unknown-merge' };

export type DecideMergeFailure = Forbidden | UnknownMerge | ChangedMeanwhile<{ version: number }, KeptMerge> | { kind: 'merge-closed'; state: string };

export type ConfirmMergeFailure =
  | DecideMergeFailure
  | MergeRefusal
  /** Somebody with an account never does both halves. */
  | { kind: 'same-person' }
  /** One of the records is no longer what the proposal saw. */
  | { kind: 'merge-outdated' };

/** A proposal without what leads back from it. */
export const shownMerge = ({ wayBack: _, ...merge }: KeptMerge & { wayBack: WayBack | null }): KeptMerge => merge;

const obstacle = (merge: KeptMerge & { wayBack: WayBack | null }, version: number | undefined): { ok: false; failure: ChangedMeanwhile<{ version: number }, KeptMerge> | { kind: 'merge-closed'; state: string } } | undefined => {
  if (version !== undefined && version !== merge.version) return fail({ kind: 'changed-meanwhile', yours: { version }, current: shownMerge(merge) });
  return merge.state === 'proposed' ? undefined : fail({ kind: 'merge-closed', state: merge.state });
};

/** What became of the two records: the one that stays, its number of posts and certificates that came over. */
export type ConfirmedMerge = { id: string; version: number; staying: PersonId; going: PersonId };

/**
 * Makes two records one as proposed: a second person does it, if both records are still what the first one saw. Posts, lists, certificates, claims,
 * files and the account move; the record that goes leaves every list and figure, and its address leads to the one that stays.
 */
export const confirmMerge = async (ctx: Ctx, { merge: id, version, why }: MergeDecision): Promise<Result<ConfirmedMerge, ConfirmMergeFailure>> => {
  const scope = permit(ctx, 'person.merge');
  if (!scope.ok) return scope;
  return ctx.write<Result<ConfirmedMerge, ConfirmMergeFailure>>(async (tx, record) => {
    await takeLevels(tx);
    const found = await findMerge(tx, scope.value, id, ctx.today, true);
    if (!found) return fail({ kind: 'unknown-merge' });
    const closed = obstacle(found, version);
    if (closed) return closed;
    if (ctx.actor.id !== null && ctx.actor.id === found.proposed.by) return fail({ kind: 'same-person' });
    const looked = await lookAt(ctx, tx, scope.value, { staying: found.staying.id, going: found.going.id, choices: found.choices });
    if (!looked.ok) return looked;
    if (looked.value.digest !== found.digest) return fail({ kind: 'merge-outdated' });
    const back = await mergePeople(tx, { ...looked.value, merge: id });
    await decideMerge(tx, id, { state: 'confirmed', wayBack: back, by: ctx.actor.id, label: ctx.actor.label, now: ctx.now() });
    const { staying, going, fields, rows } = looked.value;
    const entry = await record({
      act: 'merge.confirmed',
      subject: { kind: 'person', id: staying },
      before: identityFacts(fieldsOfRow(rows.staying)),
      after: { ...identityFacts(fields), merge: id, going, certificates: Object.keys(back.moved.certificates), dropped: back.moved.dropped.map((it) => it.row['id']), claims: back.moved.claims },
    });
    await insertDetails(tx, entry, [{ subjectId: going, act: 'merge.confirmed', before: { ...identityFacts(fieldsOfRow(rows.going)), posts: back.careers.going }, after: { into: staying } }]);
    return ok({ id, version: found.version + 1, staying, going });
  }, why?.trim() || undefined);
};

/** Gives a proposal up. */
export const withdrawMerge = async (ctx: Ctx, { merge: id, version, why }: MergeDecision): Promise<Result<{ id: string; version: number }, DecideMergeFailure>> => {
  const scope = permit(ctx, 'person.edit');
  if (!scope.ok) return scope;
  return ctx.write<Result<{ id: string; version: number }, DecideMergeFailure>>(async (tx, record) => {
    const found = await findMerge(tx, scope.value, id, ctx.today, true);
    if (!found) return fail({ kind: 'unknown-merge' });
    const closed = obstacle(found, version);
    if (closed) return closed;
    await decideMerge(tx, id, { state: 'withdrawn', wayBack: null, by: ctx.actor.id, label: ctx.actor.label, now: ctx.now() });
    await record({ act: 'merge.withdrawn', subject: { kind: 'person', id: found.staying.id }, before: { merge: id, going: found.going.id } });
    return ok({ id, version: found.version + 1 });
  }, why?.trim() || undefined);
};
