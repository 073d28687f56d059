import { z } from '@hono/zod-openapi';
import { type Permission, roles } from '@saubac/domain/access';
import { id, localText, shownDay, shownMoment, tenantParams } from '../frame/index.ts';
import { told } from '../imports/parts.ts';

/** The id of a plugin. */
export const pluginId = z.string().min(1).max(60).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/).openapi({ example: 'example' });
/** The name of a part of a plugin. */
export const partName = z.string().min(1).max(100).regex(/^[A-Za-z][\w.-]*$/);
/** The address of a plugin of a tenant. */
export const pluginParams = tenantParams.extend({ plugin: pluginId });

/** How a plugin stands in a tenant. */
export const standing = z
  .enum(['available', 'enabled', 'disabled', 'failed', 'safe-mode'])
  .openapi('PluginState', { description: 'available: never enabled here. safe-mode: the installation was started without plugins. failed: can’t be used, for the reasons named.' });

/** What is done to a plugin in a tenant; to enable an enabled one takes it to its present version, to enable a failed one tries again. */
export const pluginAct = z.enum(['enable', 'disable', 'remove']);

const titled = z.object({ name: z.string(), title: localText });

/** What a plugin brings, counted and named. */
export const brings = z
  .object({
    permissions: z.array(titled.extend({ roles: z.array(z.enum(roles)) })),
    pages: z.array(titled.extend({ permission: z.string() })),
    slots: z.array(titled.extend({ at: z.string(), permission: z.string() })),
    facts: z.array(titled),
    targets: z.array(titled),
    workflows: z.array(z.object({ name: z.string(), title: localText, extends: z.string().nullable().openapi({ description: 'The workflow of the core that it adds to.' }) })),
    reports: z.array(titled.extend({ permission: z.string() })),
    jobs: z.array(titled),
    handlers: z.array(titled),
    tables: z.array(z.string()),
    settings: z.boolean(),
    routes: z.boolean(),
  })
  .openapi('PluginBrings');

/** A step of a change. */
export const changeStep = z.object({ name: z.enum(['check', 'settings', 'migrate', 'facts', 'export', 'drop', 'enlist']), state: z.enum(['waiting', 'done', 'failed']) });

/** What a change makes, changes or drops, or would. */
export const changeFindings = z.object({
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), fate: z.enum(['made', 'changed', 'kept', 'dropped']), rows: z.int() })),
  files: z.int().optional().openapi({ description: 'How many files the plugin keeps: kept when it is disabled, exported and deleted when it is removed.' }),
  blockedBy: z.array(told),
});

/** A change of a plugin in a tenant, or its rehearsal: nothing of one is kept. */
export const pluginChange = z
  .object({
    id,
    plugin: z.string(),
    act: pluginAct,
    rehearsal: z.boolean(),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    steps: z.array(changeStep),
    findings: changeFindings.nullable(),
    failure: told.nullable(),
    file: z.object({ name: z.string(), size: z.int() }).nullable().openapi({ description: 'What a removed plugin had in its tables, and its files, to be downloaded.' }),
    by: z.string(),
    createdAt: shownMoment,
    endedAt: shownMoment.nullable(),
  })
  .openapi('PluginChange');

const shownPlugin = z.object({
  id: z.string(),
  title: localText,
  about: localText.nullable(),
  state: standing,
  version: z.string().nullable().openapi({ description: 'The one that is installed; the tenant’s own where it is gone.' }),
  enabledVersion: z.string().nullable().openapi({ description: 'The one that the tenant was last brought to.' }),
  failures: z.array(told.extend({ details: z.string().openapi({ description: 'For whoever writes the plugin.' }) })),
  brings: brings.nullable(),
  change: pluginChange.nullable().openapi({ description: 'The change under way, else the last one.' }),
});

/** A plugin as it stands in a tenant. */
export const plugin = shownPlugin.openapi('Plugin');

/** The plugins of an installation as they stand in a tenant. */
export const pluginList = z.object({ safeMode: z.boolean(), items: z.array(plugin) }).openapi('PluginList');

const values = z.record(z.string(), z.unknown());

/** The settings of a plugin: the form as JSON schema, what its fields are called, and what stands. */
export const pluginSettings = z
  .object({
    plugin: z.string(),
    schema: values.openapi({ description: 'JSON schema (draft 2020-12) of the settings.' }),
    fields: z.array(z.object({ name: z.string(), label: localText, about: localText.nullable(), secret: z.boolean() })),
    values: values.openapi({ description: 'Without the secret ones.' }),
    secretsSet: z.array(z.string()).openapi({ description: 'Secret fields that hold something.' }),
    editable: z.boolean(),
    version: z.int(),
  })
  .openapi('PluginSettings');

/** New settings; a secret field that is left out keeps what it holds, null empties it. */
export const newSettings = z.object({ values });

const column = z.object({ key: z.string(), title: localText, type: z.enum(['text', 'number', 'year', 'date', 'dong']) });

/** A section of the yearly report. */
export const pluginReport = z.object({ plugin: z.string(), pluginTitle: localText, report: z.string(), title: localText, columns: z.array(column) }).openapi('PluginReport');

/** The rows of a section for a period. */
export const pluginReportRows = pluginReport.extend({ from: shownDay, to: shownDay, rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))) }).openapi('PluginReportRows');

/** What a plugin opens to the caller. */
export const myPlugin = z
  .object({
    id: z.string(),
    title: localText,
    pages: z.array(titled.extend({ group: z.enum(['plan', 'people', 'certificates', 'administration']).nullable(), hidden: z.boolean() })),
    slots: z.array(titled.extend({ at: z.string() })),
    permissions: z.array(z.string()).openapi({ description: 'By the plugin’s own names.' }),
    words: z.object({ vi: z.record(z.string(), z.string()), en: z.record(z.string(), z.string()) }),
  })
  .openapi('MyPlugin');

/** Who may change plugins of a tenant. */
export const managing = 'plugin.manage' satisfies Permission;
