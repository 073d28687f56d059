import { issuerByCode, issuerById, issuers, type KeptIssuer } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { cleanText } from '@saubac/domain/people';
import { ok, type Result } from '@saubac/domain/values';

import { answering, type Ctx, permit } from '../context/index.ts';
import type { ChangedMeanwhile } from '../levels/index.ts';
import { changeSettings, type ChangeSettingsFailure } from './change-settings.ts';

export type AddIssuerFailure = ChangeSettingsFailure | { kind: 'issuer-there-already'; code: string } | { kind: 'name-missing' };
export type RenameIssuerFailure = ChangeSettingsFailure | { kind: 'unknown-issuer'; issuer: string } | { kind: 'name-missing' } | ChangedMeanwhile<{ name: string }, KeptIssuer>;

/** Every body that examines and certifies, with the licences it has or had. */
export const listIssuers = async (ctx: Ctx): Promise<Result<KeptIssuer[], Forbidden>> => {
  const scope = permit(ctx, 'catalogue.read');
  return scope.ok ? ok(await issuers(ctx.db)) : scope;
};

const rowOnly = <F>(changed: Result<{ row: KeptIssuer }, F>): Result<KeptIssuer, F> => (changed.ok ? ok(changed.value.row) : changed);

/** Adds an issuer, yet without a licence. Its code stays what it is. */
export const addIssuer = async (ctx: Ctx, input: { code: string; name: string }): Promise<Result<KeptIssuer, AddIssuerFailure>> => {
  const [code, name] = [cleanText(input.code), cleanText(input.name)];
  const added = await changeSettings<KeptIssuer, { kind: 'issuer-there-already'; code: string } | { kind: 'name-missing' }>(
    answering<Result<{ row: KeptIssuer }, unknown>>(ctx, rowOnly),
    {},
    async (tx) => {
      if (code === '' || name === '') return { refused: { kind: 'name-missing' } };
      if (await issuerByCode(tx, code)) return { refused: { kind: 'issuer-there-already', code } };
      return {
        change: { act: 'add-issuer', code, name },
        after: async (inTx, record) => {
          const kept = await issuerByCode(inTx, code);
          await record({ act: 'issuer.added', subject: { kind: 'issuer', id: kept!.id }, after: { code, name } });
        },
      };
    },
    async (tx) => (await issuerByCode(tx, code))!,
  );
  return rowOnly(added);
};

/** Gives an issuer another name, on its certificates as well. */
export const renameIssuer = async (ctx: Ctx, { issuer: id, version, ...input }: { issuer: string; version: number; name: string }): Promise<Result<KeptIssuer, RenameIssuerFailure>> => {
  const name = cleanText(input.name);
  const renamed = await changeSettings<KeptIssuer, Exclude<RenameIssuerFailure, ChangeSettingsFailure>>(
    ctx,
    {},
    async (tx) => {
      const before = await issuerById(tx, id);
      if (!before) return { refused: { kind: 'unknown-issuer', issuer: id } };
      if (before.version !== version) return { refused: { kind: 'changed-meanwhile', yours: { name }, current: before } };
      if (name === '') return { refused: { kind: 'name-missing' } };
      return {
        change: { act: 'rename-issuer', code: before.code, name },
        after: async (_, record) => {
          if (before.name !== name) await record({ act: 'issuer.renamed', subject: { kind: 'issuer', id }, before: { name: before.name }, after: { name } });
        },
      };
    },
    async (tx) => (await issuerById(tx, id))!,
  );
  return rowOnly(renamed);
};
