import { levelReference, rewriteCertificateLevels, type RewrittenLevels, saveSettings, settingsAndVersion, takeLevels } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { checkSettings, type KnownReference, type SettingsFailure, settingsJsonSchema, type TenantSettings, tenantSettings } from '@saubac/domain/levels';
import { formProblems, type PlanProblem } from '@saubac/domain/plan';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import type { ChangedMeanwhile } from './kept-certificate.ts';
import { pastRefusal, type PastRefusal } from './past-refusal.ts';
import type { VersionedSettings } from './show-settings.ts';

export type ApplySettingsFailure =
  | Forbidden
  | { kind: 'settings-not-in-form'; problems: PlanProblem[] }
  | { kind: 'settings-have-problems'; problems: SettingsFailure[] }
  | PastRefusal
  | ChangedMeanwhile<TenantSettings, VersionedSettings>;

/** How many rows of the tenant's rules changed (0: these settings held already), what became of the levels, and the version of the settings now. */
export type AppliedSettings = { changed: number; levels: RewrittenLevels; version: number };

/** Reads a settings file from JSON and checks it against what the reference has. */
export const readSettings = (json: unknown, known: KnownReference): Result<TenantSettings, ApplySettingsFailure> => {
  const parsed = tenantSettings.safeParse(json);
  if (!parsed.success) return fail({ kind: 'settings-not-in-form', problems: formProblems(parsed.error.issues, json, settingsJsonSchema()) });
  const problems = checkSettings(parsed.data, known);
  return problems.length > 0 ? fail({ kind: 'settings-have-problems', problems }) : ok(parsed.data);
};

/**
 * How a settings file is meant. `version`: the one it is based on. `correct`: false refuses a file that changes days gone, true takes one
 * that says why; without it, as at the command line, the file is taken as it is.
 */
export type ApplyOptions = { version?: number | undefined; correct?: boolean | undefined; why?: string | undefined };

/** What stands in the way of a file that is in form, as the tenant is now. */
const refusalOf = (now: VersionedSettings, settings: TenantSettings, { version, correct, why }: ApplyOptions, today: IsoDate): ApplySettingsFailure | undefined => {
  if (version !== undefined && version !== now.version) return { kind: 'changed-meanwhile', yours: settings, current: now };
  return correct === undefined ? undefined : pastRefusal(now.settings, settings, { correct, why }, today);
};

/**
 * Makes a settings file the tenant's own: adoptions, validity, issuers with licences, proofs, parameters; what is not in the file ends.
 * Levels are rewritten in the same transaction, after any import at work: its certificates would keep levels by the former rules. The same file again changes and records nothing. Refused when two tables that speak of
 * one type would count on the same day, or when the file names what the reference has not.
 */
export const applySettings = async (ctx: Ctx, json: unknown, options: ApplyOptions = {}): Promise<Result<AppliedSettings, ApplySettingsFailure>> => {
  const scope = permitWhole(ctx, 'catalogue.edit');
  if (!scope.ok) return scope;
  const { tables, types } = await levelReference(ctx.db);
  const settings = readSettings(json, { tables, types: new Set(types.keys()) });
  if (!settings.ok) return settings;
  return ctx.write<Result<AppliedSettings, ApplySettingsFailure>>(async (tx, record) => {
    await takeLevels(tx);
    const now = await settingsAndVersion(tx);
    const refusal = refusalOf(now, settings.value, options, ctx.today);
    if (refusal) return fail(refusal);
    const changed = await saveSettings(tx, settings.value);
    const levels = await rewriteCertificateLevels(tx, 'all');
    const after = await settingsAndVersion(tx);
    if (changed > 0) await record({ act: 'settings.applied', subject: { kind: 'settings' }, before: now.settings, after: after.settings });
    else if (levels.written + levels.removed > 0) await record({ act: 'levels.rewritten', subject: { kind: 'levels' }, after: levels });
    return ok({ changed, levels, version: after.version });
  }, options.why?.trim() || undefined);
};
