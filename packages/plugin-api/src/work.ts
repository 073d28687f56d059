import type { Rule } from '@saubac/domain/rules';
import type { Dong, IsoDate } from '@saubac/domain/values';

import type { PluginCtx, PluginPayload } from './context.ts';

/**
 * Work after a commit, asked for by `tools.queue` or by an effect of a workflow of the same name. Done at least once: what goes out of the
 * database carries `key`, the same at every attempt; a first `ctx.write` of its is committed at most once.
 */
export type PluginHandler<Config = unknown> = {
  run: (ctx: PluginCtx<Config>, payload: PluginPayload, work: { key: string; attempt: number }) => Promise<void>;
  /** An attempt that takes longer is aborted. Default 30. */
  timeoutSeconds?: number;
};

/** Work that comes again every night in every tenant that has the plugin enabled. */
export type PluginJob<Config = unknown> = { run: (ctx: PluginCtx<Config>) => Promise<void>; timeoutSeconds?: number };

/** A column of a report: its key in the rows, its heading, and what stands in it. A year is a whole number that is written without points. */
export type ReportColumn<Key extends string = string> = { key: string; title: Key; type: 'text' | 'number' | 'year' | 'date' | 'dong' };

/** A period of a report, both days inclusive. */
export type ReportPeriod = { from: IsoDate; to: IsoDate };

/** A section of the yearly report, on screen and as a sheet. Every row has a value for each column; null where there is none. */
export type PluginReport<Key extends string = string, Permission extends string = string, Config = unknown> = {
  title: Key;
  permission: Permission;
  columns: readonly ReportColumn<Key>[];
  rows: (ctx: PluginCtx<Config>, period: ReportPeriod) => Promise<readonly Readonly<Record<string, string | number | null>>[]>;
};

/** What a claim says to the rule that reckons it. */
export type FundingClaim = { on: IsoDate; requested: Dong; language: string | null; level: number | null; lessons: number | null };

/** Who is paid for how much by a province's rule. `version` stands with every calculation; it rises when the rule is changed. */
export type PluginFunding<Config = unknown> = { version: number; appliesTo: Rule; amount: (claim: FundingClaim, config: Config) => Dong };
