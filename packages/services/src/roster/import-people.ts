import {
  type Absence, addCareerWrites, addPeople, addRefusals, type CareerCase, careerCases, type CareerWrites, checkPeople, countPeopleRows, findAbsent, findChangedPersons, findDeparting, findDiffering,
  keepCareersBefore, keepForUndo, keepPeopleWithinScope, keepPersonsForUndo, leaveOutRefused, listAbsent, listChangedPersons, noWrites, overwritePersons, type RowRefusal, storeCareers, typePeople, unitsOfPeopleRows,
} from '@saubac/db/roster';
import type { TenantTx } from '@saubac/db/tenancy';
import { type Career, dateInWords, departFrom, problemParams, reconcilePerson, samePosting, takenAway } from '@saubac/domain/people';
import { addDays } from '@saubac/domain/values';

import { outcomesWithinScope } from './careers-within-scope.ts';
import { type ImportRun, type SheetResult } from './import-run.ts';
import { type RawChange, type Removal, removalsOf } from './preview.ts';

export type PeopleResult = SheetResult & { added: number; overwritten: number; careers: number; absent: Absence; departing: Absence };

type Reconciled = { writes: CareerWrites; changes: RawChange[]; removals: Removal[]; changedRows: Set<number>; newRows: Set<number>; refusals: RowRefusal[] };

const statedDay = (stated: CareerCase['stated'], row: number, column: string): string | null => {
  const it = stated.find((each) => each.row === row);
  if (column === 'valid_from') return it?.from ? dateInWords(it.from) : null;
  return column === 'valid_to' && it && it.to !== 'infinity' ? dateInWords(addDays(it.to, -1)) : null;
};

const reconcileCase = ({ id, name, known, stated }: CareerCase, run: ImportRun, into: Reconciled): void => {
  const { career, outcomes: all } = reconcilePerson(known, stated, run);
  const outcomes = run.within ? outcomesWithinScope({ known, stated }, career, all, { within: run.within, on: run.on }) : all;
  const refused = outcomes.flatMap((it): RowRefusal[] => (it.kind === 'refused' ? [{ sheet: 'people', row: it.row, column: it.problem.column, kind: it.problem.kind, ...problemParams(it.problem), value: statedDay(stated, it.row, it.problem.column) }] : []));
  into.refusals.push(...refused);
  if (refused.length > 0 || !addCareerWrites(into.writes, id, known, career)) return;
  if (run.mode === 'correct') {
    const lost = [...takenAway(known.main, career.main, samePosting), ...takenAway(known.concurrent, career.concurrent, samePosting)];
    into.removals.push(...removalsOf('people', name, lost, ({ unit, office }) => [unit, office].filter(Boolean).join(', ')));
  }
  for (const it of outcomes) {
    if (it.kind === 'refused' || it.kind === 'unchanged') continue;
    (it.kind === 'new' ? into.newRows : into.changedRows).add(it.row);
    if (into.changes.length < run.listed) into.changes.push({ sheet: 'people', row: it.row, kind: it.kind, subject: name, since: it.since, fields: it.fields });
  }
};

const reconcileAll = async (tx: TenantTx, run: ImportRun): Promise<Reconciled> => {
  const into: Reconciled = { writes: noWrites(), changes: [], removals: [], changedRows: new Set(), newRows: new Set(), refusals: [] };
  for await (const cases of careerCases(tx, 'differing')) for (const it of cases) reconcileCase(it, run, into);
  return into;
};

const depart = async (tx: TenantTx, unit: string, run: ImportRun, writes: CareerWrites): Promise<void> => {
  const units = await findDeparting(tx, { unit, on: run.on, within: run.within !== null });
  for await (const cases of careerCases(tx, 'departing')) {
    for (const { id, known } of cases) addCareerWrites(writes, id, known, departFrom(known, units, run.on) satisfies Career);
  }
};

/**
 * Brings the people to what the file states: checks all rows in the database, adds who is new, reconciles the careers that differ and
 * leaves the others untouched. With `completeFor` (a unit's id) whoever of its subtree is absent from the file departs.
 */
export const importPeople = async (tx: TenantTx, run: ImportRun, options: { completeFor: string | null; reconcileEverybody: boolean }): Promise<PeopleResult> => {
  const { on, batch, skipRefused } = run;
  const within = run.within !== null;
  await typePeople(tx, batch, on);
  if (within) await keepPeopleWithinScope(tx);
  await checkPeople(tx, { on, batch, lenient: !skipRefused, within });
  await leaveOutRefused(tx, batch, skipRefused);
  const differing = await findDiffering(tx, on, options.reconcileEverybody);
  const reconciled = differing > 0 ? await reconcileAll(tx, run) : { writes: noWrites(), changes: [], removals: [], changedRows: new Set<number>(), newRows: new Set<number>(), refusals: [] };
  await addRefusals(tx, reconciled.refusals);
  if (reconciled.refusals.length > 0) await leaveOutRefused(tx, batch, skipRefused);
  const allAbsent = await findAbsent(tx, { batch, on, within });
  const before = reconciled.writes.people.size;
  if (options.completeFor !== null) await depart(tx, options.completeFor, run, reconciled.writes);
  const departing = reconciled.writes.people.size - before;
  const absent = options.completeFor === null ? allAbsent : await listAbsent(tx, 'staying');
  const departs: Absence = options.completeFor === null ? { people: 0, first: [] } : await listAbsent(tx, 'departing');
  await keepCareersBefore(tx, [...(before > 0 ? ['differing' as const] : []), ...(departing > 0 ? ['departing' as const] : [])]);
  if (run.keepsUndo) await keepForUndo(tx, batch, ['people', 'assignments', 'planned_posts', 'language_training_list'], [...reconciled.writes.people]);
  await storeCareers(tx, reconciled.writes);
  const overwritten = await findChangedPersons(tx);
  const own = overwritten > 0 ? await listChangedPersons(tx, run.listed) : [];
  if (overwritten > 0 && run.keepsUndo) await keepPersonsForUndo(tx, batch);
  if (overwritten > 0) await overwritePersons(tx);
  const added = await addPeople(tx, on);
  const rows = await countPeopleRows(tx, { newPosts: reconciled.newRows, changed: reconciled.changedRows }, run.listed);
  const changes = [...reconciled.changes, ...own.map((it): RawChange => ({ sheet: 'people', row: it.row, kind: 'changed', subject: it.name, since: null, fields: it.fields })), ...rows.firstNew.map((it): RawChange => ({ sheet: 'people', row: it.row, kind: 'new', subject: it.name, since: null, fields: [] }))];
  const listed = changes.slice(0, run.listed);
  const units = await unitsOfPeopleRows(tx, listed.map(({ row }) => row), on);
  return {
    new: rows.new, changed: rows.changed, unchanged: rows.all - rows.new - rows.changed, changes: listed.map((it) => ({ ...it, unit: units.get(it.row) ?? null })),
    wrote: added + overwritten + reconciled.writes.people.size > 0, details: [], added, overwritten, careers: reconciled.writes.people.size, absent, departing: departs, removals: reconciled.removals,
  };
};
