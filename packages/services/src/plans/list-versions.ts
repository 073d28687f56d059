import { type PlanVersion, plansInForce, planVersions } from '@saubac/db/plans';
import { unitCodesById } from '@saubac/db/units';
import type { IsoDate, LocalText } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';

/** A version of a plan in the list: `units` null is the whole tenant, `inForce` says whether it rules today, `withdrawn` that it rules no day. */
export type ListedVersion = { number: number; plan: string; title: LocalText; inForceFrom: IsoDate; units: string[] | null; targets: number; digest: string; inForce: boolean; withdrawn: boolean };

/** Every plan version of the tenant, oldest number first. */
export const listVersions = async (ctx: Ctx): Promise<ListedVersion[]> => {
  const versions = await planVersions(ctx.db);
  const ruling = new Set((await plansInForce(ctx.db, ctx.today)).map((it) => it.number));
  const codes = await unitCodesById(ctx.db, versions.flatMap((it) => it.units));
  const listed = ({ number, plan, inForceFrom, units, digest, document, withdrawn }: PlanVersion): ListedVersion => ({
    number,
    plan,
    title: document.title,
    inForceFrom,
    units: units.length === 0 ? null : units.map((it) => codes.get(it) ?? it).toSorted(),
    targets: document.targets.length,
    digest,
    inForce: ruling.has(number),
    withdrawn,
  });
  return versions.map(listed);
};
