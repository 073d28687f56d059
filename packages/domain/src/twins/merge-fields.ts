import type { Birth } from '../people/index.ts';
import { fail, ok, type Result, type UserId } from '../values/index.ts';

/** What somebody is, of either record. */
export type MergedFields = { fullName: string; birth: Birth | null; sex: 'female' | 'male' | null; ethnicity: string | null; idNumber: string | null; user: UserId | null };

export const mergeFields = ['fullName', 'birth', 'sex', 'ethnicity', 'idNumber', 'user'] as const satisfies readonly (keyof MergedFields)[];

/** Whose value of a field stays. Where nothing is said it is the staying record's, or the other's where it has none. */
export type FieldChoices = { readonly [Field in keyof MergedFields]?: 'staying' | 'going' | undefined };

export type TwoAccounts = { kind: 'two-accounts' };

/** The values that stay. A known value is never given up for none. Two accounts need a choice, because one of them loses its file. */
export const mergedFields = (staying: MergedFields, going: MergedFields, choices: FieldChoices): Result<MergedFields, TwoAccounts> => {
  if (staying.user !== null && going.user !== null && choices.user === undefined) return fail({ kind: 'two-accounts' });
  const pick = <Field extends keyof MergedFields>(field: Field): MergedFields[Field] => {
    const other = choices[field] === 'going';
    const first: MergedFields[Field] = (other ? going : staying)[field];
    return first === null ? (other ? staying : going)[field] : first;
  };
  return ok({ fullName: pick('fullName'), birth: pick('birth'), sex: pick('sex'), ethnicity: pick('ethnicity'), idNumber: pick('idNumber'), user: pick('user') });
};
