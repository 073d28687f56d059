import { addRefusals, changedUnits, loadUnits, type RowRefusal, type StagedUnit, stagedUnits, storeSuccessions, storeUnits, type StoredUnits, type StoredVersion, type Succession, type UnitsToStore } from '@saubac/db/roster';
import type { TenantTx } from '@saubac/db/tenancy';
import { dayChanges, pathsOfUnits, problemParams, reconcileUnits, sameUnit, statedAncestor, takenAway, type UnitHistory, type UnitOutcome, type UnitValue } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';

import { type ImportRun, noRows, type SheetResult } from './import-run.ts';
import { type RawChange, removalsOf } from './preview.ts';
import { columnOf, withKept } from './stated-units.ts';
import { refuseChangedUnits } from './units-within-scope.ts';

const refusal = (row: number, column: string, kind: string, value: string | null = null, params?: RowRefusal['params']): RowRefusal => ({ sheet: 'units', row, column, kind, value, ...(params ? { params } : {}) });

const codeProblems = (it: StagedUnit, codes: ReadonlySet<string>, { codes: known, on }: ImportRun): RowRefusal[] => {
  const tier = known.tiers.get(it.value.tier);
  const unknown = (column: string, code: string | null) => (code !== null && !codes.has(code) ? [refusal(it.row, column, 'unknown-unit', code)] : []);
  return [
    ...(!tier || (it.from ?? on) >= tier.to ? [refusal(it.row, 'tier', tier ? 'tier-not-valid-then' : 'unknown-tier', it.value.tier)] : []),
    ...unknown('reports_to', it.value.reportsTo),
    ...unknown('budgets_through', it.value.budgetsThrough),
    ...it.successors.flatMap((code) => unknown('succeeded_by', code)),
    ...(it.to === 'infinity' && (it.successors.length > 0 || it.successionKind !== null) ? [refusal(it.row, 'valid_to', 'succession-without-end')] : []),
    ...(it.successors.length > 0 && it.successionKind === null ? [refusal(it.row, 'succession_kind', 'succession-kind-missing')] : []),
  ];
};

type Settled = { staged: StagedUnit[]; units: UnitHistory; outcomes: UnitOutcome[]; changed: UnitsToStore };

const pathRefusals = (units: UnitHistory, staged: readonly StagedUnit[], problems: ReturnType<typeof pathsOfUnits>['problems']): RowRefusal[] => {
  const rows = Map.groupBy(staged, ({ code }) => code);
  return problems.flatMap(({ code, column, kind }) => {
    const shownAt = statedAncestor(units, new Set(rows.keys()), code);
    const own = shownAt === code;
    return (rows.get(shownAt ?? '') ?? []).map((it) => (own ? refusal(it.row, column, kind, it.value.parent) : refusal(it.row, 'valid_to', 'unit-outlives-parent', null, { unit: code })));
  });
};

// Leaving a row out may take away what another row stands on, so this goes on until nothing more is refused.
const settle = (known: StoredUnits, all: readonly StagedUnit[], run: ImportRun): Settled & { refusals: RowRefusal[] } => {
  const refusals: RowRefusal[] = [];
  let staged = [...all];
  for (;;) {
    const codes = new Set([...known.history.keys(), ...staged.map(({ code }) => code)]);
    const { units, outcomes } = reconcileUnits(known.history, staged, run);
    const { paths, problems } = pathsOfUnits(units);
    const found = [
      ...staged.flatMap((it) => codeProblems(it, codes, run)),
      ...outcomes.flatMap((it) => (it.kind === 'refused' ? [refusal(it.row, it.problem.column, it.problem.kind, null, problemParams(it.problem).params)] : [])),
      ...pathRefusals(units, staged, problems),
    ];
    if (found.length === 0) return { staged, units, outcomes, changed: changedUnits(known, units, paths), refusals };
    const stillNamed = new Set(all.map(({ code }) => code));
    refusals.push(...found.filter((it) => run.skipRefused || it.kind !== 'unknown-unit' || !stillNamed.has(it.value ?? '')));
    const gone = new Set(found.map(({ row }) => row));
    staged = staged.filter(({ row }) => !gone.has(row));
  }
};

const successionsOf = ({ row: _, code, to, successors, successionKind }: StagedUnit): Succession[] => {
  if (successionKind === null || to === 'infinity') return [];
  return (successors.length > 0 ? successors : [null]).map((successor) => ({ from: code, to: successor, on: to as IsoDate, kind: successionKind }));
};

const shown = (value: string | boolean | null): string | null => (value === null ? null : String(value));

const changeOf = (outcome: Exclude<UnitOutcome, { kind: 'refused' }>, code: string, isNew: boolean): RawChange => {
  const { before, period } = outcome;
  const own = (Object.keys(columnOf) as (keyof UnitValue)[]).filter((it) => before && before.value[it] !== period.value[it]);
  const fields = own.map((it) => ({ column: columnOf[it], old: shown(before!.value[it]), new: shown(period.value[it]) }));
  const days = fields.length === 0 ? dayChanges(before, period) : [];
  return { sheet: 'units', row: outcome.row, kind: isNew ? 'new' : 'changed', subject: `${code} ${period.value.name}`, since: outcome.since, fields: [...fields, ...days] };
};

const versionsJson = (versions: readonly StoredVersion[]) => versions.map(({ from, to, path, value }) => ({ from, to, path, ...value }));

/** Brings the units to what the file states; refused rows are left out and noted. A limited importer changes none. */
export const importUnits = async (tx: TenantTx, run: ImportRun): Promise<SheetResult> => {
  if (run.within) return refuseChangedUnits(tx, run, run.within);
  const stated = await stagedUnits(tx, run.batch);
  if (stated.length === 0) return noRows();
  const known = await loadUnits(tx);
  const all = stated.map((it) => withKept(it, known.history, run.on));
  const { staged, units, outcomes, changed, refusals } = settle(known, all, run);
  await addRefusals(tx, refusals);
  const isNew = new Set([...changed.keys()].filter((code) => !known.ids.has(code)));
  await storeUnits(tx, known, changed);
  const successions = await storeSuccessions(tx, known.ids, staged.flatMap(successionsOf));
  const codeOf = new Map(staged.map(({ row, code }) => [row, code]));
  const changes = outcomes.flatMap((it) => {
    const code = codeOf.get(it.row)!;
    return it.kind === 'refused' || !changed.has(code) || (it.kind === 'unchanged' && !isNew.has(code)) ? [] : [changeOf(it, code, isNew.has(code))];
  });
  const added = changes.filter(({ kind }) => kind === 'new').length;
  return {
    new: added, changed: changes.length - added, unchanged: staged.length - changes.length, changes: changes.slice(0, run.listed),
    wrote: changed.size + successions > 0,
    removals: run.mode === 'correct' ? [...changed.keys()].flatMap((code) => removalsOf('units', code, takenAway(known.history.get(code) ?? [], units.get(code) ?? [], sameUnit), ({ name }) => name)) : [],
    details: [...changed].map(([code, versions]) => ({
      subjectId: known.ids.get(code)!,
      act: isNew.has(code) ? 'unit.added' : 'unit.changed',
      before: isNew.has(code) ? null : versionsJson(known.stored.get(code) ?? []),
      after: versionsJson(versions),
    })),
  };
};
