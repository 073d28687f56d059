import { fail, type IsoDate, ok, type Result } from '../values/index.ts';
import { holdsOn } from './period.ts';
import type { OpenEnd } from './period.ts';
import { changedSettings, type SettingsChange, typesTouched } from './settings-change.ts';
import type { TenantSettings } from './tenant-settings.ts';

/**
 * What a province decides about the levels of whole groups of certificates. `adopt`: another table counts from a day, in place of those of
 * `endsTables`. `end`: an adopted table, named by its first day, counts no longer from `validTo`. `validity`: certificates of a type whose
 * exam was on `from` or later count so many months (null: without end), until the next rule there is.
 */
export type EquivalenceChange =
  | { act: 'adopt'; table: string; from: IsoDate; validTo: OpenEnd; basis?: string | undefined; endsTables: readonly string[] }
  | { act: 'end'; table: string; from: IsoDate; validTo: OpenEnd }
  | { act: 'validity'; type: string; months: number | null; from: IsoDate; basis?: string | undefined };

export type UnknownAdoption = { kind: 'unknown-rule'; of: 'adoption'; id: string };

const ofValidity = (settings: TenantSettings, { type, months, from, basis }: Extract<EquivalenceChange, { act: 'validity' }>): SettingsChange[] => {
  const rules = settings.validity.filter((it) => it.type === type);
  const next = rules.map((it) => it.validFrom).filter((it) => it > from).toSorted()[0];
  const replaced = rules.filter((it) => holdsOn({ from: it.validFrom, to: it.validTo }, from)).map((it): SettingsChange => {
    const row = { of: 'validity' as const, ...it };
    return it.validFrom === from ? { act: 'remove', row } : { act: 'end', row, validTo: from };
  });
  return [...replaced, { act: 'add', row: { of: 'validity', type, months, validFrom: from, validTo: next ?? 'infinity', ...(basis === undefined ? {} : { basis }) } }];
};

/** The single changes of the settings that make up a change, in their order; refused when it ends an adoption that there is not. */
export const stepsOf = (settings: TenantSettings, change: EquivalenceChange): Result<SettingsChange[], UnknownAdoption> => {
  if (change.act === 'validity') return ok(ofValidity(settings, change));
  if (change.act === 'adopt') {
    const { table, from: validFrom, validTo, basis, endsTables } = change;
    return ok([{ act: 'add', row: { of: 'adoption', table, validFrom, validTo, ...(basis === undefined ? {} : { basis }) }, endsTables }]);
  }
  const found = settings.adoptions.find((it) => it.table === change.table && it.validFrom === change.from);
  return found ? ok([{ act: 'end', row: { of: 'adoption', ...found }, validTo: change.validTo }]) : fail({ kind: 'unknown-rule', of: 'adoption', id: change.table });
};

/** The settings after a change, and the types of certificates whose levels have to be written anew. They still have to be checked. */
export const equivalenceChanged = (settings: TenantSettings, change: EquivalenceChange): Result<{ after: TenantSettings; types: string[] }, UnknownAdoption> => {
  const steps = stepsOf(settings, change);
  if (!steps.ok) return steps;
  return ok({ after: steps.value.reduce(changedSettings, settings), types: [...new Set(steps.value.flatMap(typesTouched))] });
};

/** The first day on which a change can make a difference: today, or a later one. */
export const dayOfChange = (change: EquivalenceChange, today: IsoDate): IsoDate => {
  const day = change.act === 'end' ? (change.validTo === 'infinity' ? today : (change.validTo as IsoDate)) : change.from;
  return day > today ? day : today;
};
