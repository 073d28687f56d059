import { plansInForce } from '@saubac/db/plans';
import { placesQuery } from '@saubac/db/targets';
import type { TenantDb, TenantTx } from '@saubac/db/tenancy';
import { type CountedTarget, progressOf, sumOfCounts, type TargetCounts } from '@saubac/domain/targets';
import { everything, type IsoDate, type LocalText } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { countedTargets, factsMissing, populationOf, questionsAbout } from '../targets/index.ts';
import type { ChangeFinding, FigureChange, Heads } from './view.ts';

/** The figures of every target: of the whole (`''`) and of each unit with all below it, by its code. */
export type TenantFigures = Map<string, { plan: string; target: CountedTarget; title: LocalText; of: Map<string, Heads> }>;

const headsOf = (target: CountedTarget, counts: readonly TargetCounts[], extraMeasurable: boolean): Heads => {
  const { denominator, numerator } = progressOf(target, sumOfCounts(counts), extraMeasurable);
  return { denominator: denominator ?? 0, numerator: numerator ?? 0 };
};

/** All figures of a day as a transaction sees them: one SELECT for each plan in force. */
export const figuresIn = async (ctx: Ctx, tx: TenantTx, on: IsoDate): Promise<TenantFigures> => {
  const figures: TenantFigures = new Map();
  // Only `execute` is asked of it, which a transaction has as well.
  const inside = { ...ctx, db: tx as unknown as TenantDb };
  for (const { version, asked, territory, sources, extraMeasurable } of await questionsAbout(inside, everything, on, null, await plansInForce(tx, on))) {
    const plan = version.document;
    const targets = countedTargets(plan).filter((it) => factsMissing(plan, it, sources).length === 0);
    if (targets.length === 0) continue;
    const query = placesQuery(populationOf(plan), targets, sources, territory, asked);
    const rows = (await tx.execute(query.statement)).map((it) => query.read(it));
    const byUnit = new Map<string, TargetCounts[][]>([['', rows.map(({ counts }) => counts)]]);
    for (const { path, counts } of rows) for (const code of path.split('/').slice(0, -1)) (byUnit.get(code) ?? byUnit.set(code, []).get(code)!).push(counts);
    targets.forEach((target, index) => {
      const title = plan.targets.find(({ id }) => id === target.id)!.title;
      const of = new Map([...byUnit].map(([code, all]) => [code, headsOf(target, all.map((counts) => counts[index]!), extraMeasurable)]));
      figures.set(`${version.plan} ${target.id}`, { plan: version.plan, target, title, of });
    });
  }
  return figures;
};

const alike = (a: Heads | null, b: Heads | null): boolean => a?.denominator === b?.denominator && a?.numerator === b?.numerator;

/** What differs between two states of the same day: of the whole every target, of some units those that differ. */
export const figureChanges = (before: TenantFigures, after: TenantFigures, units: readonly string[]): { whole: FigureChange[]; of: ChangeFinding['figures'][] } => {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const change = (key: string, code: string): FigureChange => {
    const { plan, target, title } = (before.get(key) ?? after.get(key))!;
    return { plan, target: target.id, title, before: before.get(key)?.of.get(code) ?? null, after: after.get(key)?.of.get(code) ?? null };
  };
  const of = units.flatMap((unit) => keys.map((key) => ({ unit, ...change(key, unit) })).filter((it) => !alike(it.before, it.after)));
  return { whole: keys.map((key) => change(key, '')), of };
};
