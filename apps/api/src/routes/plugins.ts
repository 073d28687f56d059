import {
  changePluginRoute, changePluginSettingsRoute, downloadPluginChangeRoute, getPluginChangeRoute, getPluginRoute, listPluginReportsRoute, listPluginsRoute, pluginReportRoute, pluginSettingsRoute, rehearsePluginRoute,
} from '@saubac/contract/plugins';
import type { Fault } from '@saubac/contract/problems';
import type { RefusalKind } from '@saubac/i18n';
import {
  askForChange, type AskFailure, changePluginSettings, type ChangeView, downloadPluginTables, getPlugin, getPluginChange, getPluginSettings, listPlugins, listReports, type PluginView, reportRows,
} from '@saubac/plugin-host';
import { etagOf, inBoth, once, refuse, sendFile, versionOf } from '../answers/index.ts';
import { raw, tenantRoutes } from './frame.ts';
import { faultOfPlugin } from './of-plugins.ts';

type Kind = { kind: string };

/** A refusal that was kept, in the words of today. */
const told = (it: Kind) => ({ code: it.kind, text: inBoth((words) => words.refusal(it as { kind: RefusalKind })) });

const shownChange = ({ failure, findings, ...it }: ChangeView) => ({ ...it, failure: failure && told(failure), findings: findings && { ...findings, blockedBy: findings.blockedBy.map(told) } });

/** A plugin in the form of the contract. */
const shown = ({ failures, change, ...it }: PluginView) => ({
  ...it,
  change: change && shownChange(change),
  failures: failures.map(({ kind, ...details }) => ({ code: kind, text: inBoth((words) => words.told('pluginFailures', { kind, ...details })), details: JSON.stringify(details) })),
});

/** Which settings are wrong, field by field. */
const faultsOf = (failure: AskFailure | Kind, within: string): Fault[] =>
  failure.kind === 'settings-invalid' && 'problems' in failure ? failure.problems.map(({ path, message }) => ({ field: `body.${within}.${path}`, code: 'settings-invalid', text: { vi: message, en: message } })) : [];

export const pluginRoutes = tenantRoutes((app) => {
  app.openapi(listPluginsRoute, async (c) => {
    const listed = await listPlugins(c.var.ctx, c.var.installation.plugins);
    return listed.ok ? c.answer({ ...listed.value, items: listed.value.items.map(shown) }, 200) : refuse(c, listed.failure);
  });
  app.openapi(getPluginRoute, async (c) => {
    const found = await getPlugin(c.var.ctx, c.var.installation.plugins, c.req.valid('param').plugin);
    return found.ok ? c.answer(shown(found.value), 200) : refuse(c, found.failure);
  });
  for (const [route, rehearsal] of [[rehearsePluginRoute, true], [changePluginRoute, false]] as const) {
    app.openapi(route, async (c) => {
      const { installation, tenant } = c.var;
      const { plugin } = c.req.valid('param');
      const input = c.req.valid('json');
      const asked = await once(c, { plugin, ...input }, (ctx) => askForChange(ctx, installation.plugins, installation.auth.vault, { plugin, rehearsal, ...input }));
      if (!asked.ok) return refuse(c, asked.failure, faultsOf(asked.failure, 'config'));
      // Disabled or to be tried again: whatever was noted against it is of the past, and this process forgets at once what it remembers.
      if (!rehearsal) installation.plugins.breaker.forget(tenant.id, plugin);
      if (!rehearsal) installation.auth.access.tell({ tenant: tenant.id });
      return c.answer(shownChange(asked.value), 201);
    });
  }
  app.openapi(getPluginChangeRoute, async (c) => {
    const found = await getPluginChange(c.var.ctx, c.req.valid('param'));
    return found.ok ? c.answer(shownChange(found.value), 200) : refuse(c, found.failure);
  });
  app.openapi(downloadPluginChangeRoute, async (c) => {
    const opened = await downloadPluginTables(c.var.ctx, c.var.installation.files, c.req.valid('param'));
    return opened.ok ? sendFile(c, opened.value) : refuse(c, opened.failure);
  });
  app.openapi(pluginSettingsRoute, async (c) => {
    const found = await getPluginSettings(c.var.ctx, c.var.installation.plugins, c.req.valid('param').plugin);
    return found.ok ? c.answer(found.value, 200, { etag: etagOf(found.value.version) }) : refuse(c, found.failure);
  });
  app.openapi(changePluginSettingsRoute, async (c) => {
    const { ctx, installation, tenant } = c.var;
    const { plugin } = c.req.valid('param');
    const changed = await changePluginSettings(ctx, installation.plugins, installation.auth.vault, { plugin, values: c.req.valid('json').values, version: versionOf(c.req.valid('header')['if-match']) });
    if (!changed.ok) return refuse(c, changed.failure, faultsOf(changed.failure, 'values'));
    installation.plugins.breaker.forget(tenant.id, plugin);
    installation.auth.access.tell({ tenant: tenant.id });
    return c.answer(changed.value, 200, { etag: etagOf(changed.value.version) });
  });
  app.openapi(listPluginReportsRoute, (c) => c.answer({ items: listReports(c.var.ctx) }, 200));
  app.openapi(pluginReportRoute, async (c) => {
    const { plugin, report } = c.req.valid('param');
    const asked = reportRows(c.var.ctx, c.var.installation.plugins, { plugin, report, ...c.req.valid('query') });
    const rows = await asked.catch((error: unknown) => faultOfPlugin(c, { plugin, part: report }, error));
    if (rows instanceof Response) return raw(rows);
    return rows.ok ? c.answer({ ...rows.value, rows: rows.value.rows.map((it) => ({ ...it })) }, 200) : refuse(c, rows.failure);
  });
});
