import { type IsoDate, type LocalText, fail, ok, type Result } from '@saubac/domain/values';
import { type ActivePlugin, permissionOf, type PluginReport, type ReportColumn, wordOf } from '@saubac/plugin-api';
import { type AskReport, type Ctx, permit } from '@saubac/services/context';

import type { PluginHost } from './run/host.ts';
import { pluginCtx } from './run/plugin-ctx.ts';
import { withinTime } from './run/within-time.ts';

/** A section of the yearly report that a plugin brings. */
export type ReportView = { plugin: string; pluginTitle: LocalText; report: string; title: LocalText; columns: { key: string; title: LocalText; type: ReportColumn['type'] }[] };

const viewOf = ({ plugin: { manifest } }: ActivePlugin, report: string, it: PluginReport): ReportView => ({
  plugin: manifest.id, pluginTitle: wordOf(manifest, manifest.title), report, title: wordOf(manifest, it.title),
  columns: it.columns.map(({ key, title, type }) => ({ key, title: wordOf(manifest, title), type })),
});

const mayRead = (ctx: Ctx, { plugin }: ActivePlugin, it: PluginReport): boolean => permit(ctx, permissionOf(plugin.manifest, it.permission)).ok;

/** The sections that enabled plugins bring and the caller may read. */
export const listReports = (ctx: Ctx): ReportView[] =>
  [...ctx.registry.active.values()].flatMap((active) => Object.entries(active.plugin.reports ?? {}).flatMap(([report, it]) => (mayRead(ctx, active, it) ? [viewOf(active, report, it)] : [])));

/** Asks plugins for the rows of their reports under their time. Each row holds the columns of the report and nothing else. */
export const askReports = (host: Pick<PluginHost, 'times'>): AskReport => async (ctx, { plugin, report, from, to }) => {
  const active = ctx.registry.active.get(plugin);
  const found = active?.plugin.reports?.[report];
  if (!active || !found) return [];
  const { routeMs, statementMs } = host.times;
  const rows = await withinTime({ timeoutMs: routeMs * 3, signal: ctx.signal }, (signal) =>
    found.rows(pluginCtx({ ctx, active, signal, statementTimeoutMs: statementMs * 3 }), { from, to }));
  return rows.map((row) => Object.fromEntries(found.columns.map(({ key }) => [key, row[key] ?? null])));
};

export type ReportFailure = { kind: 'not-found' } | { kind: 'period-ends-before-it-begins'; from: IsoDate; to: IsoDate };

/** A section for a period, both days inclusive. One that the caller may not read is as unknown as one that is not there. */
export const reportRows = async (
  ctx: Ctx, host: PluginHost, { plugin, report, from, to }: { plugin: string; report: string; from: IsoDate; to: IsoDate },
): Promise<Result<ReportView & { from: IsoDate; to: IsoDate; rows: Awaited<ReturnType<AskReport>> }, ReportFailure>> => {
  const active = ctx.registry.active.get(plugin);
  const found = active?.plugin.reports?.[report];
  if (!active || !found || !mayRead(ctx, active, found)) return fail({ kind: 'not-found' });
  if (to < from) return fail({ kind: 'period-ends-before-it-begins', from, to });
  return ok({ ...viewOf(active, report, found), from, to, rows: await askReports(host)(ctx, { plugin, report, from, to }) });
};
