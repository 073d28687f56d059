import type { Record as NoteAct } from '@saubac/db/audit';
import { type HeldPerson, lockPerson, type PersonFile, personFile } from '@saubac/db/people';
import type { TenantTx } from '@saubac/db/tenancy';
import type { Forbidden } from '@saubac/domain/access';
import { fail, type PersonId, type Result, type UnitScope } from '@saubac/domain/values';

import { noteRead } from '../audit/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { idNumbersOf } from './id-numbers.ts';
import type { ChangedMeanwhile, UnknownPerson } from './refusals.ts';

/** Whom a change is about, on which version of his file it is based, and why it is made. */
export type Edit = { person: PersonId; version: number; why?: string | undefined };

/** A saved change: the person and the version of his file from now on. */
export type Saved = { id: PersonId; version: number };

export type EditFailure<Input> = Forbidden | UnknownPerson | ChangedMeanwhile<Omit<Input, 'person' | 'why'>, PersonFile>;

/** What the work of a change is given: the person as he stands, locked, and the units where the caller may change people. */
export type InHand = { tx: TenantTx; record: NoteAct; held: HeldPerson; scope: UnitScope };

/**
 * Takes a person of the caller's scope in hand and does the work of a change, with its audit in one transaction. Refused if his file is no
 * longer the version that the caller saw.
 */
export const withPerson = async <Input extends Edit, F>(ctx: Ctx, input: Input, work: (hand: InHand) => Promise<Result<Saved, F>>): Promise<Result<Saved, F | EditFailure<Input>>> => {
  const scope = permit(ctx, 'person.edit');
  if (!scope.ok) return scope;
  const { person, why, ...yours } = input;
  return ctx.write<Result<Saved, F | EditFailure<Input>>>(async (tx, record) => {
    const held = await lockPerson(tx, scope.value, person, ctx.today);
    if (!held) return fail({ kind: 'unknown-person', on: ctx.today });
    if (held.version === input.version) return work({ tx, record, held, scope: scope.value });
    const current = await personFile(tx, scope.value, person, ctx.today, idNumbersOf(ctx));
    noteRead(ctx, person, 'file');
    return fail({ kind: 'changed-meanwhile', yours, current: current! });
  }, why);
};
