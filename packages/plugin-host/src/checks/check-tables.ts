import { readMigrations } from '@saubac/db/migrations';
import { type Plugin, type PluginFailure, tablePrefix } from '@saubac/plugin-api';
import { getTableName } from 'drizzle-orm';
import { fileURLToPath } from 'node:url';

import { createdTable, isAllowed } from './check-statement.ts';

/** Tables carry the plugin's prefix, its migrations make them, and touch nothing else. */
export const checkTables = ({ manifest, migrations, tables = {} }: Plugin): PluginFailure[] => {
  const prefix = tablePrefix(manifest.id);
  const names = Object.values(tables).map((it) => getTableName(it));
  const unnamed = names.filter((it) => !it.startsWith(prefix)).map((table) => ({ kind: 'table-without-prefix' as const, table, prefix }));
  try {
    const files = migrations ? readMigrations({ name: `plugin:${manifest.id}`, directory: fileURLToPath(migrations) }) : [];
    const statements = files.flatMap((file) => file.statements.map((statement) => ({ file: file.version, statement })));
    const created = new Set(statements.map((it) => createdTable(it.statement)));
    return [
      ...unnamed,
      ...statements.filter((it) => !isAllowed(it.statement, prefix)).map((it) => ({ kind: 'statement-not-allowed' as const, ...it })),
      ...names.filter((it) => !created.has(it)).map((table) => ({ kind: 'table-without-migration' as const, table })),
    ];
  } catch (error) {
    return [...unnamed, { kind: 'migrations-unreadable', message: String(error) }];
  }
};
