import { certificatesOf, levelRules } from '@saubac/db/levels';
import { findPerson, type PersonIdentity } from '@saubac/db/people';
import type { Forbidden } from '@saubac/domain/access';
import { type Certificate, type CertificateKind, type CertificateState, type LevelAnswer, type LevelContext, levelOn } from '@saubac/domain/levels';
import { fail, type IsoDate, type LocalText, ok, type Result, type UnitScope } from '@saubac/domain/values';

import { noteRead } from '../audit/note-read.ts';
import { type Ctx, permit } from '../context/index.ts';

/** A question about one person, by the personal identification number or the id in the tenant. `language`: codes, or `any`. */
export type LevelOfPerson = { person: string; on: IsoDate; language?: string | readonly string[]; statesThatCount: readonly CertificateState[] };

/** The answer with the certificates it speaks of, and the names and kinds of types and the names of tables by their codes. */
export type ExplainedLevel = { person: PersonIdentity; answer: LevelAnswer; certificates: Certificate[]; names: LevelNames };
export type LevelNames = { types: Record<string, LocalText>; tables: Record<string, LocalText>; kinds: Record<string, CertificateKind> };

/** The names that an explanation of these certificates needs. */
export const namesOf = ({ types, tables }: LevelContext, certificates: readonly Certificate[]): LevelNames => {
  const held = [...types.values()].filter((type) => certificates.some((it) => it.type === type.code));
  return {
    types: Object.fromEntries(held.map((it) => [it.code, it.name])),
    kinds: Object.fromEntries(held.map((it) => [it.code, it.kind])),
    tables: Object.fromEntries(tables.map((it) => [it.code, it.name])),
  };
};

/** The level of a person who was found within a scope. */
export const levelOfFound = async (ctx: Ctx, scope: UnitScope, person: PersonIdentity, { on, language = 'any', statesThatCount }: Omit<LevelOfPerson, 'person'>): Promise<ExplainedLevel> => {
  const certificates = await certificatesOf(ctx.db, scope, person.id, on);
  const { context, adoptions } = await levelRules(ctx.db);
  return { person, certificates, names: namesOf(context, certificates), answer: levelOn({ certificates, language, date: on, adoptions, statesThatCount, context }) };
};

/** The level of a person on a date with its explanation: which certificate, table and clause until when, and why the others do not count. */
export const explainLevel = async (ctx: Ctx, question: LevelOfPerson): Promise<Result<ExplainedLevel, { kind: 'unknown-person'; on: IsoDate } | Forbidden>> => {
  const scope = permit(ctx, 'certificate.read');
  if (!scope.ok) return scope;
  const person = await findPerson(ctx.db, scope.value, question.person, question.on);
  if (!person) return fail({ kind: 'unknown-person', on: question.on });
  noteRead(ctx, person.id, 'level');
  return ok(await levelOfFound(ctx, scope.value, person, question));
};
