import { type KeptRow, settingsRow, settingsRows } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import type { OpenEnd, SettingsRow, SettingsRowKind } from '@saubac/domain/levels';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import type { ChangedMeanwhile } from '../levels/index.ts';
import { changeSettings, type ChangeSettingsFailure, type Intention, type SettingsEffect } from './change-settings.ts';

/** A changed row and what the change did. */
export type ChangedRow<Kind extends SettingsRowKind> = { row: KeptRow<Kind>; effect: SettingsEffect };

export type UnknownRow = { kind: 'unknown-rule'; of: SettingsRowKind; id: string };
export type AddRowFailure = ChangeSettingsFailure | { kind: 'unknown-issuer'; issuer: string };
export type ChangeRowFailure<Kind extends SettingsRowKind> = ChangeSettingsFailure | UnknownRow | ChangedMeanwhile<{ validTo: OpenEnd | null }, KeptRow<Kind>>;

type Verb = 'add' | 'end' | 'remove';

const acts: Readonly<Record<SettingsRowKind, Readonly<Record<Verb, string>>>> = {
  adoption: { add: 'adoption.added', end: 'adoption.ended', remove: 'adoption.removed' },
  validity: { add: 'validity-rule.added', end: 'validity-rule.ended', remove: 'validity-rule.removed' },
  licence: { add: 'licence.added', end: 'licence.ended', remove: 'licence.removed' },
  proof: { add: 'specialised-proof.added', end: 'specialised-proof.ended', remove: 'specialised-proof.removed' },
};

const subjects: Readonly<Record<SettingsRowKind, string>> = { adoption: 'adoption', validity: 'validity-rule', licence: 'licence', proof: 'specialised-proof' };

/** The rows of a kind that the tenant has or had, the latest first. */
export const listSettingsRows = async <Kind extends SettingsRowKind>(ctx: Ctx, kind: Kind): Promise<Result<KeptRow<Kind>[], Forbidden>> => {
  const scope = permit(ctx, 'catalogue.read');
  return scope.ok ? ok(await settingsRows(ctx.db, kind)) : scope;
};

const alike = (one: SettingsRow, other: SettingsRow): boolean => {
  const key = (it: SettingsRow): unknown[] => [it.of, 'table' in it ? it.table : it.type, 'issuer' in it ? it.issuer : null, it.validFrom];
  return JSON.stringify(key(one)) === JSON.stringify(key(other));
};

const keptLike = async <Row extends SettingsRow>(tx: Parameters<typeof settingsRows>[0], row: Row): Promise<KeptRow<Row['of']>> => {
  const found = (await settingsRows<Row['of']>(tx, row.of)).find((it) => alike(it, row));
  if (!found) throw new Error('The row was not kept.');
  return found;
};

/**
 * Adds a dated row: a table adopted, a validity, a licence, a proof. An adoption may take the place of other tables from its first day
 * (`endsTables`). Refused when it contradicts the rows there are, or reaches back before today without being a correction.
 */
export const addSettingsRow = async <Row extends SettingsRow>(ctx: Ctx, { row, endsTables, ...intention }: Intention & { row: Row; endsTables?: readonly string[] | undefined }): Promise<Result<ChangedRow<Row['of']>, AddRowFailure>> =>
  changeSettings<KeptRow<Row['of']>, { kind: 'unknown-issuer'; issuer: string }>(
    ctx,
    intention,
    (_, settings) => {
      if (row.of === 'licence' && !settings.issuers.some((it) => it.code === row.issuer)) return Promise.resolve({ refused: { kind: 'unknown-issuer', issuer: row.issuer } });
      return Promise.resolve({
        change: { act: 'add', row, endsTables },
        after: async (tx, record) => {
          const kept = await keptLike(tx, row);
          await record({ act: acts[row.of].add, subject: { kind: subjects[row.of], id: kept.id }, after: { ...kept, ...(endsTables?.length ? { endsTables } : {}) } });
        },
      });
    },
    (tx) => keptLike(tx, row),
  );

const changeRow = <Kind extends SettingsRowKind, T>(
  ctx: Ctx,
  { of, id, version, validTo, ...intention }: Intention & { of: Kind; id: string; version: number; validTo: OpenEnd | null },
  result: (tx: Parameters<typeof settingsRow>[0], row: KeptRow<Kind>) => Promise<T>,
): Promise<Result<{ row: T; effect: SettingsEffect }, ChangeRowFailure<Kind>>> => {
  let found: KeptRow<Kind> | undefined;
  return changeSettings<T, UnknownRow | ChangedMeanwhile<{ validTo: OpenEnd | null }, KeptRow<Kind>>>(
    ctx,
    intention,
    async (tx) => {
      const before = await settingsRow(tx, of, id);
      if (!before) return { refused: { kind: 'unknown-rule', of, id } };
      if (before.version !== version) return { refused: { kind: 'changed-meanwhile', yours: { validTo }, current: before } };
      found = before;
      const { id: _, version: __, basis, ...rest } = before;
      const row = { ...rest, ...(basis === null ? {} : { basis }) } as SettingsRow;
      return {
        change: validTo === null ? { act: 'remove', row } : { act: 'end', row, validTo },
        after: async (inTx, record) => {
          const after = validTo === null ? null : await settingsRow(inTx, of, id);
          await record({ act: acts[of][validTo === null ? 'remove' : 'end'], subject: { kind: subjects[of], id }, before, after });
        },
      };
    },
    (tx) => result(tx, found!),
  );
};

/** Sets the first day on which a row no longer holds, or with `infinity` takes an end back. */
export const endSettingsRow = <Kind extends SettingsRowKind>(ctx: Ctx, input: Intention & { of: Kind; id: string; version: number; validTo: OpenEnd }): Promise<Result<ChangedRow<Kind>, ChangeRowFailure<Kind>>> =>
  changeRow(ctx, input, async (tx, row) => (await settingsRow(tx, input.of, row.id))!);

/** Takes a row away as if it had never been: one that is still to begin, or, as a correction, one that was wrong. */
export const removeSettingsRow = <Kind extends SettingsRowKind>(ctx: Ctx, input: Intention & { of: Kind; id: string; version: number }): Promise<Result<ChangedRow<Kind>, ChangeRowFailure<Kind>>> =>
  changeRow(ctx, { ...input, validTo: null }, (_, row) => Promise.resolve(row));

