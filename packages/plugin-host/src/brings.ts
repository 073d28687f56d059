import type { LocalText } from '@saubac/domain/values';
import { type Plugin, wordOf } from '@saubac/plugin-api';
import { caseWord } from '@saubac/services/cases';
import { getTableName } from 'drizzle-orm';

type Titled = { name: string; title: LocalText };

/** What a plugin brings, named. Permissions by the plugin's own names. */
export const bringsOf = (plugin: Plugin) => {
  const { manifest, facts = {}, targets = [], workflows = [], reports = {}, jobs = {}, handlers = {}, tables = {} } = plugin;
  const titled = (name: string, key: string): Titled => ({ name, title: wordOf(manifest, key) });
  return {
    permissions: Object.entries(manifest.permissions ?? {}).map(([name, it]) => ({ ...titled(name, it.label), roles: [...it.grantTo] })),
    pages: Object.entries(manifest.pages ?? {}).map(([name, it]) => ({ ...titled(name, it.title), permission: it.permission })),
    slots: Object.entries(manifest.slots ?? {}).map(([name, it]) => ({ ...titled(name, it.title), at: it.at, permission: it.permission })),
    facts: Object.values(facts).map(({ definition }): Titled => ({ name: definition.id, title: definition.label })),
    targets: targets.map((it) => titled(it.id, it.title)),
    workflows: workflows.map((it) =>
      'workflow' in it
        ? { name: it.workflow.id, title: wordOf(manifest, `${it.workflow.id}.name`), extends: null }
        : { name: it.of, title: caseWord(it.of)('name'), extends: it.of },
    ),
    reports: Object.entries(reports).map(([name, it]) => ({ ...titled(name, it.title), permission: it.permission })),
    jobs: Object.keys(jobs).map((name) => titled(name, `job.${name}`)),
    handlers: Object.keys(handlers).map((name) => titled(name, `handler.${name}`)),
    tables: Object.values(tables).map((it) => getTableName(it)),
    settings: plugin.config !== undefined,
    routes: plugin.routes !== undefined,
  };
};
