import { type PgColumnBuilderBase, pgTable, type PgTableWithColumns } from 'drizzle-orm/pg-core';
import type { BuildColumns } from 'drizzle-orm';

import type { Manifest } from './manifest.ts';

type Snake<Text extends string> = Text extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : Text;

/** What the names of all tables of a plugin begin with: `p_<id with _>_`. */
export type TablePrefix<Id extends string> = `p_${Snake<Id>}_`;

/**
 * What the names of all tables of a plugin begin with.
 *
 * @example
 * tablePrefix('border-trade'); // 'p_border_trade_'
 */
export const tablePrefix = <Id extends string>(id: Id): TablePrefix<Id> => `p_${id.replaceAll('-', '_')}_` as TablePrefix<Id>;

type PluginTable<Name extends string, Columns extends Record<string, PgColumnBuilderBase>> = PgTableWithColumns<{
  name: Name;
  schema: undefined;
  columns: BuildColumns<Name, Columns, 'pg'>;
  dialect: 'pg';
}>;

/**
 * A table of a plugin for use in queries; its migration creates it under the same name. Keys are uuid v7; a key to a core table is
 * written in the migration only.
 *
 * @example
 * export const duties = pluginTable(manifest, 'duties', {
 *   id: uuid('id').primaryKey(),
 *   personId: uuid('person_id').notNull(),
 *   validFrom: date('valid_from').notNull(),
 * }); // p_example_duties
 */
export const pluginTable = <Id extends string, const Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
  manifest: Manifest<Id>,
  name: Name,
  columns: Columns,
): PluginTable<`${TablePrefix<Id>}${Name}`, Columns> => pgTable(`${tablePrefix(manifest.id)}${name}`, columns);
