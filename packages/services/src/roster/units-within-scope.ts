import { addRefusals, loadUnits, type RowRefusal, type StagedUnit, stagedUnits, successionsByUnit } from '@saubac/db/roster';
import type { TenantTx } from '@saubac/db/tenancy';
import { reconcileUnits } from '@saubac/domain/people';

import { type ImportRun, noRows, type SheetResult } from './import-run.ts';
import { withKept } from './stated-units.ts';

const successionsKnown = (it: StagedUnit, stored: Awaited<ReturnType<typeof successionsByUnit>>): boolean => {
  if (it.successionKind === null && it.successors.length === 0) return true;
  const known = stored.get(it.code) ?? [];
  const named = it.successors.length > 0 ? it.successors : [null];
  return named.every((to) => known.some((one) => one.on === it.to && one.to === to && one.kind === it.successionKind));
};

/**
 * The units sheet of a limited importer: he may send along what is recorded of his own units, and nothing else. Any other row is refused
 * in the same words, whether it contradicts the record or names a unit that is not his.
 */
export const refuseChangedUnits = async (tx: TenantTx, run: ImportRun, within: ReadonlySet<string>): Promise<SheetResult> => {
  const stated = await stagedUnits(tx, run.batch);
  if (stated.length === 0) return noRows();
  const { history } = await loadUnits(tx);
  const staged = stated.map((it) => withKept(it, history, run.on));
  const own = staged.filter(({ code }) => within.has(code));
  const stored = await successionsByUnit(tx);
  const { outcomes } = reconcileUnits(history, own, run);
  const asRecorded = new Set(outcomes.filter(({ kind }) => kind === 'unchanged').map(({ row }) => row));
  const unchanged = new Set(own.filter((it) => asRecorded.has(it.row) && successionsKnown(it, stored)).map(({ row }) => row));
  const refused = staged.filter(({ row }) => !unchanged.has(row));
  await addRefusals(tx, refused.map(({ row, code }): RowRefusal => ({ sheet: 'units', row, column: 'code', kind: 'catalogue-not-yours', value: code })));
  return { ...noRows(), unchanged: unchanged.size };
};
