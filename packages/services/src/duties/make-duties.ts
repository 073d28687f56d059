import { addDuties, namedUnitsOfBodies, type NewDuty, openDuties, unitsNamed } from '@saubac/db/duties';
import { plansInForce, type PlanVersion } from '@saubac/db/plans';
import type { TenantSql } from '@saubac/db/tenancy';
import type { Forbidden } from '@saubac/domain/access';
import { dutiesOfYear } from '@saubac/domain/plan';
import { type IsoDate, ok, type Result, type UnitId } from '@saubac/domain/values';
import { moveCases, openCase } from '../cases/index.ts';
import { type Ctx, permitWhole } from '../context/index.ts';
import { withCalendar } from '../inbox/calendar.ts';
import { createWords } from '@saubac/i18n';
import { dutyKind } from './duty-kind.ts';

const words = { vi: createWords('vi') };

/** The units that stand for the bodies of a plan: those the tenant named, else those the plan cites by code, else the one unit of a body's very name. */
export const unitsOfBodies = async (db: TenantSql, { plan, document }: Pick<PlanVersion, 'plan' | 'document'>, on: IsoDate): Promise<ReadonlyMap<string, readonly UnitId[]>> => {
  const named = await namedUnitsOfBodies(db, plan);
  const codes = document.bodies.flatMap((it) => it.unitCodes ?? []);
  const found = await unitsNamed(db, document.bodies.map((it) => it.name.vi), codes, on);
  return new Map(
    document.bodies.map(({ id, name, unitCodes }): [string, readonly UnitId[]] => {
      const cited = found.filter((it) => unitCodes?.includes(it.code));
      const alike = found.filter((it) => it.name.toLowerCase() === name.vi.toLowerCase());
      return [id, named.get(id) ?? (cited.length > 0 ? cited : alike).map((it) => it.id)];
    }),
  );
};

/** What making duties came to. `dropped`: those that the plan gives no more, or gives to other units by now. */
export type MadeDuties = { year: number; added: number; dropped: number };

const keyOf = ({ task, body, unit, from }: NewDuty): string => JSON.stringify([task, body, unit, from]);

/**
 * Makes the duties of a year from the plans in force, one for each leading body and each unit that stands for it. May be done again at any time: what is
 * there stays; what the plan gives no more, and nobody has worked on, is dropped with the reason.
 */
export const makeDuties = async (ctx: Ctx, { year }: { year: number }): Promise<Result<MadeDuties, Forbidden>> => {
  const scope = permitWhole(ctx, 'task.manage');
  if (!scope.ok) return scope;
  const acting = await withCalendar(ctx);
  const kind = dutyKind(ctx);
  const gone: string[] = [];
  const added = await ctx.write(async (tx, record) => {
    let count = 0;
    for (const version of await plansInForce(tx, ctx.today)) {
      const units = await unitsOfBodies(tx, version, ctx.today);
      const wanted = dutiesOfYear(version.document, year).flatMap((it): NewDuty[] => {
        const of = units.get(it.body) ?? [];
        return of.length === 0 ? [{ ...it, unit: null }] : of.map((unit) => ({ ...it, unit }));
      });
      const keys = new Set(wanted.map(keyOf));
      gone.push(...(await openDuties(tx, version.plan, year)).filter((it) => !keys.has(keyOf(it))).map((it) => it.case));
      const fresh = await addDuties(tx, version.plan, wanted);
      for (const it of fresh) await openCase(acting, tx, kind, { subject: it.id, unit: it.unit });
      count += fresh.length;
    }
    if (count > 0) await record({ act: 'duties.made', subject: { kind: 'duty' }, after: { year, added: count } });
    return count;
  });
  // Each in a write of its own: cut short, making them again drops the rest.
  const dropped = await moveCases(acting, kind, { cases: gone, move: 'drop', reason: words.vi.t('duties.noLongerGiven') });
  return ok({ year, added, dropped: dropped.filter((it) => it.ok).length });
};
