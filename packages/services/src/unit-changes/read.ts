import { changeFindingPage, type ChangeList, changeMovePage, namesOfPeople, unitChangePage } from '@saubac/db/unit-changes';
import type { Forbidden } from '@saubac/domain/access';
import type { PersonMove, UnitChangeState } from '@saubac/domain/unit-changes';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { kept } from './prepare.ts';
import { type ChangeFinding, type UnitChangeProblem, type UnitChangeSummary, type UnitChangeView, type UnknownUnitChange, viewOf } from './view.ts';

/** A change of units as it stands, for those who may read all units. */
export const getUnitChange = async (ctx: Ctx, id: string): Promise<Result<UnitChangeView, Forbidden | UnknownUnitChange>> => {
  const scope = permitWhole(ctx, 'unit.read');
  if (!scope.ok) return scope;
  const it = await kept(ctx.db, id);
  return it ? ok(viewOf(it)) : fail({ kind: 'unknown-unit-change', change: id });
};

/** Changes of units, the newest first; `next` is where the following page begins, null on the last one. */
export const listUnitChanges = async (
  ctx: Ctx,
  { state = null, after = null, limit = 50 }: { state?: UnitChangeState | null | undefined; after?: string | null | undefined; limit?: number | undefined },
): Promise<Result<{ changes: UnitChangeView[]; next: string | null }, Forbidden>> => {
  const scope = permitWhole(ctx, 'unit.read');
  if (!scope.ok) return scope;
  const rows = await unitChangePage<UnitChangeSummary, UnitChangeProblem>(ctx.db, { state, before: after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return ok({ changes: shown.map(viewOf), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null });
};

/** A finding as it is listed: people with their names, for those who may read people. */
export type ListedFinding<List extends ChangeList> = ChangeFinding[List] & { name?: string | null };
export type ChangeFindingsPage<List extends ChangeList> = { items: ListedFinding<List>[]; next: number | null };

const namesIfRead = async (ctx: Ctx, people: readonly string[]): Promise<Map<string, string> | null> => (permitWhole(ctx, 'person.read').ok ? namesOfPeople(ctx.db, [...new Set(people)]) : null);

const personIn = (it: object): string | undefined => ('person' in it && typeof it.person === 'string' ? it.person : undefined);

/** One of the lists that the last preview, or a refused withdrawal, left, a page at a time. */
export const listChangeFindings = async <List extends ChangeList>(
  ctx: Ctx,
  { id, list, after = 0, limit = 50 }: { id: string; list: List; after?: number | null | undefined; limit?: number | undefined },
): Promise<Result<ChangeFindingsPage<List>, Forbidden | UnknownUnitChange>> => {
  const found = await getUnitChange(ctx, id);
  if (!found.ok) return found;
  const rows = await changeFindingPage<ChangeFinding[List]>(ctx.db, id, { list, after: after ?? 0, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const names = await namesIfRead(ctx, shown.flatMap(({ finding }) => personIn(finding) ?? []));
  const named = (finding: ChangeFinding[List]): ListedFinding<List> => {
    const person = personIn(finding);
    return person === undefined ? finding : { ...finding, name: names?.get(person) ?? null };
  };
  return ok({ items: shown.map(({ finding }) => named(finding)), next: rows.length > limit ? (shown.at(-1)?.position ?? null) : null });
};

/** Somebody who is moved by name, as it is listed: with his name, for those who may read people. */
export type ListedMove = PersonMove & { name: string | null };

/** Who goes where by name in a change, a page at a time. */
export const listChangeMoves = async (ctx: Ctx, { id, after = 0, limit = 50 }: { id: string; after?: number | null | undefined; limit?: number | undefined }): Promise<Result<{ items: ListedMove[]; next: number | null }, Forbidden | UnknownUnitChange>> => {
  const found = await getUnitChange(ctx, id);
  if (!found.ok) return found;
  const rows = await changeMovePage(ctx.db, id, { after: after ?? 0, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const names = await namesIfRead(ctx, shown.map(({ person }) => person));
  return ok({ items: shown.map((it) => ({ ...it, name: names?.get(it.person) ?? null })), next: rows.length > limit ? (shown.at(-1)?.row ?? null) : null });
};
