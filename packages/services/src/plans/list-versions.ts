import { type PlanAct, type PlanVersion, planVersion, plansInForce, planVersions, putInForceActs } from '@saubac/db/plans';
import { unitCodesById } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import type { PlanFile } from '@saubac/domain/plan';
import { addDays, fail, type IsoDate, type LocalText, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/**
 * A version of a plan in the list: `units` null is the whole tenant, `inForce` says whether it rules today, `withdrawn` that it rules no day.
 * `putInForce`: by whom and when, as the audit has it. `lastDay` is the day before the next version of the same plan begins, null for the last one and one that was withdrawn.
 */
export type ListedVersion = { number: number; plan: string; title: LocalText; inForceFrom: IsoDate; lastDay: IsoDate | null; units: string[] | null; targets: number; digest: string; inForce: boolean; withdrawn: boolean; putInForce: PlanAct | null };

const lastDayOf = ({ plan, inForceFrom, withdrawn }: PlanVersion, versions: readonly PlanVersion[]): IsoDate | null => {
  if (withdrawn) return null;
  const [next] = versions.filter((it) => !it.withdrawn && it.plan === plan && it.inForceFrom > inForceFrom).map((it) => it.inForceFrom).toSorted();
  return next === undefined ? null : addDays(next, -1);
};

/** Every plan version of the tenant, oldest number first. */
export const listVersions = async (ctx: Ctx): Promise<Result<ListedVersion[], Forbidden>> => {
  const scope = permit(ctx, 'plan.read');
  if (!scope.ok) return scope;
  const versions = await planVersions(ctx.db);
  const ruling = new Set((await plansInForce(ctx.db, ctx.today)).map((it) => it.number));
  const codes = await unitCodesById(ctx.db, versions.flatMap((it) => it.units));
  const acts = await putInForceActs(ctx.db, versions.map((it) => it.id));
  const listed = (version: PlanVersion): ListedVersion => ({
    number: version.number,
    plan: version.plan,
    title: version.document.title,
    inForceFrom: version.inForceFrom,
    lastDay: lastDayOf(version, versions),
    units: version.units.length === 0 ? null : version.units.map((it) => codes.get(it) ?? it).toSorted(),
    targets: version.document.targets.length,
    digest: version.digest,
    inForce: ruling.has(version.number),
    withdrawn: version.withdrawn,
    putInForce: acts.get(version.id) ?? null,
  });
  return ok(versions.map(listed));
};

/** A version with its whole plan. */
export type WholeVersion = ListedVersion & { document: PlanFile };

/** One plan version, whole: what a plan file of it holds, and its days. */
export const getVersion = async (ctx: Ctx, number: number): Promise<Result<WholeVersion, Forbidden | { kind: 'unknown-plan-version'; number: number }>> => {
  const versions = await listVersions(ctx);
  if (!versions.ok) return versions;
  const listed = versions.value.find((it) => it.number === number);
  const version = listed && (await planVersion(ctx.db, number));
  return version ? ok({ ...listed, document: version.document }) : fail({ kind: 'unknown-plan-version', number });
};
