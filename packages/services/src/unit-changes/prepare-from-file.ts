import { peopleByIdNumber } from '@saubac/db/unit-changes';
import type { Forbidden } from '@saubac/domain/access';
import { nameSearch } from '@saubac/domain/people';
import { type PersonMove, readChangeRows, readDecision, type SheetRefusal, type StatedMove } from '@saubac/domain/unit-changes';
import { fail, type IsoDate, type Locale, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import type { FileRefusal } from '../roster/index.ts';
import { prepareUnitChange } from './prepare.ts';
import type { UnitChangeInput, UnitChangeView } from './view.ts';
import { changeWorkbookFile, openChangeFile } from './workbook/index.ts';

/** What is said beside the file; it goes before what the file says. */
export type FileInput = { path: string; title?: string | undefined; on?: IsoDate | undefined; decision?: UnitChangeInput['decision']; why?: string | undefined };

export type FileFailure = Forbidden | FileRefusal | { kind: 'unit-change-rows-refused'; count: number; refusals: SheetRefusal[] } | { kind: 'unit-change-untitled' };

const movesOf = async (ctx: Ctx, stated: readonly StatedMove[]): Promise<{ moves: PersonMove[]; refusals: SheetRefusal[] }> => {
  const known = await peopleByIdNumber(ctx.db, stated.map(({ idNumber }) => idNumber));
  const refusals: SheetRefusal[] = [];
  const moves = stated.flatMap(({ idNumber, name, ...move }): PersonMove[] => {
    const person = known.get(idNumber);
    const refuse = (column: string, kind: 'unknown-person' | 'name-differs'): [] => {
      refusals.push({ list: 'moves', row: move.row, column, kind });
      return [];
    };
    if (!person) return refuse('id_number', 'unknown-person');
    if (name !== null && nameSearch(name) !== nameSearch(person.name)) return refuse('full_name', 'name-differs');
    return [{ ...move, person: person.id }];
  });
  return { moves, refusals };
};

/** Writes a change of units down from a file: a workbook with its three sheets, or one sheet as csv. A cell that can't be read refuses all of it, row by row. */
export const prepareFromFile = async (ctx: Ctx, { path, ...said }: FileInput): Promise<Result<UnitChangeView, FileFailure>> => {
  const scope = permitWhole(ctx, 'unit.change');
  if (!scope.ok) return scope;
  const sheets = await openChangeFile(path);
  if (!sheets.ok) return sheets;
  const { decision, refusals } = readDecision(sheets.value.decision);
  const [title, on] = [said.title ?? decision.title, said.on ?? decision.on];
  if (refusals.length > 0 && (title === null || on === null)) return fail({ kind: 'unit-change-rows-refused', count: refusals.length, refusals });
  if (title === null || on === null) return fail({ kind: 'unit-change-untitled' });
  const read = readChangeRows(sheets.value, on);
  const found = await movesOf(ctx, read.moves);
  const all = [...read.refusals, ...found.refusals];
  if (all.length > 0) return fail({ kind: 'unit-change-rows-refused', count: all.length, refusals: all });
  const stated = decision.decisionNumber !== null && decision.decisionDate !== null ? { number: decision.decisionNumber, date: decision.decisionDate } : null;
  return prepareUnitChange(ctx, { title, on, decision: said.decision ?? stated, why: said.why ?? decision.why, operations: read.operations, moves: found.moves });
};

/** The empty workbook, for those who may prepare changes. */
export const unitChangeTemplate = async (ctx: Ctx, locale: Locale): Promise<Result<Uint8Array, Forbidden>> => {
  const scope = permitWhole(ctx, 'unit.change');
  return scope.ok ? ok(await changeWorkbookFile(locale)) : scope;
};
