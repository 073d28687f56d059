import { insertDetails } from '@saubac/db/audit';
import { takeLevels } from '@saubac/db/levels';
import { careerOf, lockPerson } from '@saubac/db/people';
import type { TenantTx } from '@saubac/db/tenancy';
import { changedSince, fieldsOfRow, findMerge, laterMerges, lockBoth, undoMerge, unmergePeople, type WayBack } from '@saubac/db/twins';
import type { Forbidden } from '@saubac/domain/access';
import { type MergedFields, mergeFields } from '@saubac/domain/twins';
import { fail, ok, type PersonId, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { identityFacts } from '../people/identity-input.ts';
import type { UnknownMerge } from './decide-merge.ts';

/** What later work rests on a merge, so that undoing it would lose it. */
export type Dependency =
  | { what: 'later-merges'; merges: string[] }
  | { what: 'fields'; fields: (keyof MergedFields)[] }
  | { what: 'career' }
  | { what: 'certificates'; certificates: string[] }
  | { what: 'claims'; claims: string[] }
  | { what: 'plugin-rows'; tables: string[] };

export type UnmergeFailure = Forbidden | UnknownMerge | { kind: 'merge-not-confirmed'; state: string } | { kind: 'merge-depended-on'; dependencies: Dependency[] };

/** The two records that stand again. */
export type Unmerged = { id: string; version: number; staying: PersonId; going: PersonId };

const inOrder = (value: unknown): string => JSON.stringify(value, (_, it: unknown) => (it !== null && typeof it === 'object' && !Array.isArray(it) ? Object.fromEntries(Object.entries(it).toSorted(([a], [b]) => (a < b ? -1 : 1))) : it));

const careerKey = (career: WayBack['careers']['merged']): string =>
  inOrder(Object.entries(career).map(([line, periods]) => [line, periods.map((it) => inOrder(it)).toSorted()]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)));

const dependenciesOf = async (tx: TenantTx, merge: string, staying: PersonId, back: WayBack): Promise<Dependency[]> => {
  const found: Dependency[] = [];
  const merges = await laterMerges(tx, merge, staying);
  if (merges.length > 0) found.push({ what: 'later-merges', merges });
  const row = (await lockBoth(tx, staying, staying)).get(staying);
  if (!row) return found;
  const now = fieldsOfRow(row);
  const fields = mergeFields.filter((it) => inOrder(now[it]) !== inOrder(back.fields[it]));
  if (fields.length > 0) found.push({ what: 'fields', fields });
  if (careerKey(await careerOf(tx, staying)) !== careerKey(back.careers.merged)) found.push({ what: 'career' });
  const { certificates, claims, others } = await changedSince(tx, staying, back.moved);
  if (certificates.length > 0) found.push({ what: 'certificates', certificates });
  if (claims.length > 0) found.push({ what: 'claims', claims });
  if (others.length > 0) found.push({ what: 'plugin-rows', tables: others });
  return found;
};

/** Makes two records of one again, exactly as they were, unless later work rests on the merge: then it is told what does. What came to the person since stays with the record that stayed. */
export const unmerge = async (ctx: Ctx, { merge: id, why }: { merge: string; why?: string | undefined }): Promise<Result<Unmerged, UnmergeFailure>> => {
  const scope = permit(ctx, 'person.merge');
  if (!scope.ok) return scope;
  return ctx.write<Result<Unmerged, UnmergeFailure>>(async (tx, record) => {
    await takeLevels(tx);
    const found = await findMerge(tx, scope.value, id, ctx.today, true);
    if (!found) return fail({ kind: 'unknown-merge' });
    const { wayBack: back, staying: { id: staying }, going: { id: going } } = found;
    if (found.state !== 'confirmed' || !back) return fail({ kind: 'merge-not-confirmed', state: found.state });
    const dependencies = await dependenciesOf(tx, id, staying, back);
    if (dependencies.length > 0) return fail({ kind: 'merge-depended-on', dependencies });
    if (!(await lockPerson(tx, scope.value, staying, ctx.today))) return fail({ kind: 'unknown-merge' });
    await unmergePeople(tx, { merge: id, staying, going }, back);
    await undoMerge(tx, id, { by: ctx.actor.id, label: ctx.actor.label, now: ctx.now() });
    const entry = await record({ act: 'merge.undone', subject: { kind: 'person', id: staying }, before: { ...identityFacts(back.fields), merge: id, going }, after: identityFacts(fieldsOfRow(back.rows.staying)) });
    await insertDetails(tx, entry, [{ subjectId: going, act: 'merge.undone', before: { into: staying }, after: identityFacts(fieldsOfRow(back.rows.going)) }]);
    return ok({ id, version: found.version + 1, staying, going });
  }, why?.trim() || undefined);
};
