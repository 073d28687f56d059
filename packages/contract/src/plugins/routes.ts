import { createRoute, z } from '@hono/zod-openapi';
import { fileAnswer } from '../files/upload.ts';
import { day, id, idempotencyKey, ifMatch, json, jsonBody, refused, signedIn, tenantParams } from '../frame/index.ts';
import { managing, newSettings, partName, plugin, pluginAct, pluginChange, pluginId, pluginList, pluginParams, pluginReport, pluginReportRows, pluginSettings } from './parts.ts';

const tags = ['plugins'];
const security = signedIn;
const changeParams = pluginParams.extend({ change: id });
const asked = z.object({ act: pluginAct, config: z.record(z.string(), z.unknown()).optional().openapi({ description: 'The settings to enable it with; those kept, or the defaults, where absent.' }) });

/** Plugins of the installation and how they stand in the tenant. */
export const listPluginsRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/plugins', operationId: 'listPlugins', tags, security, 'x-permission': 'plugin.read',
  summary: 'The plugins of the installation, how they stand in this tenant and what they bring',
  request: { params: tenantParams },
  responses: { 200: json(pluginList, 'Plugins'), ...refused() },
});

/** One plugin. */
export const getPluginRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/plugins/{plugin}', operationId: 'getPlugin', tags, security, 'x-permission': 'plugin.read',
  summary: 'A plugin: how it stands, why it failed, what it brings, and the change under way',
  request: { params: pluginParams },
  responses: { 200: json(plugin, 'The plugin'), ...refused() },
});

/** Tries a change out. */
export const rehearsePluginRoute = createRoute({
  method: 'post', path: '/api/t/{tenant}/plugins/{plugin}/rehearsal', operationId: 'rehearsePlugin', tags, security, 'x-permission': managing,
  summary: 'Try a change of a plugin out: what it would make or drop with its rows, and what stands in its way. Migrations are really run, and undone; nothing is kept but what was found',
  request: { params: pluginParams, headers: idempotencyKey, ...jsonBody(asked, 'The change') },
  responses: { 201: json(pluginChange, 'The rehearsal, done or queued'), ...refused(409, 422) },
});

/** Changes a plugin. */
export const changePluginRoute = createRoute({
  method: 'post', path: '/api/t/{tenant}/plugins/{plugin}/changes', operationId: 'changePlugin', tags, security, 'x-permission': managing,
  summary: 'Enable, upgrade, try again, disable or remove a plugin. Disabling is done at once; the rest is done by the worker, step by step',
  request: { params: pluginParams, headers: idempotencyKey, ...jsonBody(asked, 'The change') },
  responses: { 201: json(pluginChange, 'The change, done or queued'), ...refused(409, 422) },
});

/** How a change stands. */
export const getPluginChangeRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/plugins/{plugin}/changes/{change}', operationId: 'getPluginChange', tags, security, 'x-permission': 'plugin.read',
  summary: 'How a change of a plugin, or a rehearsal, stands',
  request: { params: changeParams },
  responses: { 200: json(pluginChange, 'The change'), ...refused() },
});

/** What a removed plugin had. */
export const downloadPluginChangeRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/plugins/{plugin}/changes/{change}/file', operationId: 'downloadPluginChange', tags, security, 'x-permission': managing,
  summary: 'What a removed plugin had in its tables, as a file; each download is recorded',
  request: { params: changeParams },
  responses: { 200: fileAnswer('The file'), ...refused(410) },
});

/** The settings of a plugin. */
export const pluginSettingsRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/plugins/{plugin}/settings', operationId: 'pluginSettings', tags, security, 'x-permission': 'plugin.read',
  summary: 'The settings of a plugin: their form, their names and what stands; secret ones are never shown',
  request: { params: pluginParams },
  responses: { 200: json(pluginSettings, 'The settings'), ...refused(409) },
});

/** Changes the settings of a plugin. */
export const changePluginSettingsRoute = createRoute({
  method: 'put', path: '/api/t/{tenant}/plugins/{plugin}/settings', operationId: 'changePluginSettings', tags, security, 'x-permission': managing,
  summary: 'Change the settings of a plugin; they are checked by its schema and recorded, secret values masked',
  request: { params: pluginParams, headers: ifMatch, ...jsonBody(newSettings, 'The settings') },
  responses: { 200: json(pluginSettings, 'Changed'), ...refused(409, 422, 428) },
});

/** Sections of the yearly report. */
export const listPluginReportsRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/plugin-reports', operationId: 'listPluginReports', tags, security, 'x-permission': null,
  summary: 'The sections of the yearly report that enabled plugins bring and you may read',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ items: z.array(pluginReport) }).openapi('PluginReportList'), 'Sections'), ...refused() },
});

/** One section for a period. */
export const pluginReportRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/plugin-reports/{plugin}/{report}', operationId: 'pluginReport', tags, security, 'x-permission': null,
  summary: 'A section of the yearly report for a period, both days inclusive. As a sheet it is an export',
  request: { params: tenantParams.extend({ plugin: pluginId, report: partName }), query: z.object({ from: day, to: day }) },
  responses: { 200: json(pluginReportRows, 'The rows'), ...refused(422) },
});
