import { type Birth, nameKeys } from '@saubac/domain/people';
import type { IsoDate, PersonId, UnitScope, UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import type { TenantSql } from '../tenancy/index.ts';
import { hasNumber } from './second-numbers.ts';

/** What somebody is, without dates: the fields of a person that have no history. */
export type Identity = { fullName: string; birth: Birth | null; sex: 'female' | 'male' | null; ethnicity: string | null; idNumber: string | null };

/** A person taken in hand to be changed: nobody else changes him until the transaction ends. */
export type HeldPerson = { version: number; identity: Identity; user: UserId | null };

type Row = Omit<Identity, 'birth'> & { version: number; user: UserId | null; birthDate: IsoDate | null; birthPrecision: Birth['precision'] };

/** Locks a person whom the scope holds on the date. */
export const lockPerson = async (tx: TenantSql, scope: UnitScope, person: PersonId, on: IsoDate): Promise<HeldPerson | undefined> => {
  const [row] = await tx.execute<Row>(sql`
    select p.version, p.user_id as "user", p.full_name as "fullName", p.birth_date::text as "birthDate", p.birth_precision as "birthPrecision", p.sex, p.ethnicity, p.id_number as "idNumber"
    from people p where p.id = ${person}::uuid and ${personInside(sql`p.id`, scope, on)} for update of p`);
  if (!row) return undefined;
  const { version, user, birthDate, birthPrecision, ...own } = row;
  return { version, user, identity: { ...own, birth: birthDate === null ? null : { date: birthDate, precision: birthPrecision } } };
};

const columns = sql.raw('full_name, name_sort, name_search, birth_date, birth_precision, sex, ethnicity, id_number');

const valuesOf = ({ fullName, birth, sex, ethnicity, idNumber }: Identity) => {
  const [sort, search] = nameKeys(fullName);
  return sql`${fullName}, ${sort}, ${search}, ${birth?.date ?? null}::date, ${birth?.precision ?? 'day'}, ${sex}, ${ethnicity}, ${idNumber}`;
};

/** Adds a person without posts. */
export const insertPerson = async (tx: TenantSql, id: PersonId, identity: Identity): Promise<void> => {
  await tx.execute(sql`insert into people (id, version, ${columns}) values (${id}::uuid, 0, ${valuesOf(identity)})`);
};

/** Overwrites who somebody is; answers with his version. */
export const savePerson = async (tx: TenantSql, id: PersonId, identity: Identity): Promise<number> => {
  const [saved] = await tx.execute<{ version: number }>(sql`update people set (version, ${columns}) = (version + 1, ${valuesOf(identity)}) where id = ${id}::uuid returning version`);
  return saved!.version;
};

/** Who has a personal identification number; `seen` tells whether the scope holds him on the date. */
export const holderOfIdNumber = async (tx: TenantSql, idNumber: string, scope: UnitScope, on: IsoDate): Promise<{ id: PersonId; seen: boolean } | undefined> => {
  const [row] = await tx.execute<{ id: PersonId; seen: boolean }>(sql`select p.id, ${personInside(sql`p.id`, scope, on)} as seen from people p where ${hasNumber(idNumber)}`);
  return row;
};

/** Gives a person's file to an account, or (null) takes it away; answers with the person's version. */
export const saveUser = async (tx: TenantSql, id: PersonId, user: UserId | null): Promise<number> => {
  const [saved] = await tx.execute<{ version: number }>(sql`update people set user_id = ${user}::uuid, version = version + 1 where id = ${id}::uuid returning version`);
  return saved!.version;
};

/** Whether an account has the file of somebody already. */
export const hasFile = async (tx: TenantSql, user: UserId): Promise<boolean> => (await tx.execute(sql`select 1 from people where user_id = ${user}::uuid`)).length > 0;

const constraintOf = (error: unknown): string | undefined => {
  const { constraint_name: name, cause } = (error ?? {}) as { constraint_name?: string; cause?: unknown };
  return name ?? (cause === undefined ? undefined : constraintOf(cause));
};

/** Whether a fault means that somebody else has just taken the identification number, or the account. */
export const isTaken = (error: unknown, what: 'id-number' | 'user'): boolean => constraintOf(error) === (what === 'user' ? 'people_user_id_key' : 'people_id_number_key');
