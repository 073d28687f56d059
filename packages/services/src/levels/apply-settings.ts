import { levelReference, rewriteCertificateLevels, type RewrittenLevels, saveSettings, settingsInForce, takeLevels } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { checkSettings, type KnownReference, type SettingsFailure, settingsJsonSchema, type TenantSettings, tenantSettings } from '@saubac/domain/levels';
import { formProblems, type PlanProblem } from '@saubac/domain/plan';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

export type ApplySettingsFailure =
  | Forbidden
  | { kind: 'settings-not-in-form'; problems: PlanProblem[] }
  | { kind: 'settings-have-problems'; problems: SettingsFailure[] };

/** How many rows of the tenant's rules changed (0: these settings held already), and what became of the levels. */
export type AppliedSettings = { changed: number; levels: RewrittenLevels };

/** Reads a settings file from JSON and checks it against what the reference has. */
export const readSettings = (json: unknown, known: KnownReference): Result<TenantSettings, ApplySettingsFailure> => {
  const parsed = tenantSettings.safeParse(json);
  if (!parsed.success) return fail({ kind: 'settings-not-in-form', problems: formProblems(parsed.error.issues, json, settingsJsonSchema()) });
  const problems = checkSettings(parsed.data, known);
  return problems.length > 0 ? fail({ kind: 'settings-have-problems', problems }) : ok(parsed.data);
};

/**
 * Makes a settings file the tenant's own: adoptions, validity, issuers with licences, proofs, parameters; what is not in the file ends.
 * Levels are rewritten in the same transaction, after any import at work: its certificates would keep levels by the former rules. The same file again changes and records nothing. Refused when two tables that speak of
 * one type would count on the same day, or when the file names what the reference has not.
 */
export const applySettings = async (ctx: Ctx, json: unknown): Promise<Result<AppliedSettings, ApplySettingsFailure>> => {
  const scope = permit(ctx, 'catalogue.edit');
  if (!scope.ok) return scope;
  const { tables, types } = await levelReference(ctx.db);
  const settings = readSettings(json, { tables, types: new Set(types.keys()) });
  if (!settings.ok) return settings;
  return ctx.write(async (tx, record) => {
    await takeLevels(tx);
    const before = await settingsInForce(tx);
    const changed = await saveSettings(tx, settings.value);
    const levels = await rewriteCertificateLevels(tx, 'all');
    if (changed > 0) await record({ act: 'settings.applied', subject: { kind: 'settings' }, before, after: await settingsInForce(tx) });
    else if (levels.written + levels.removed > 0) await record({ act: 'levels.rewritten', subject: { kind: 'levels' }, after: levels });
    return ok({ changed, levels });
  });
};
