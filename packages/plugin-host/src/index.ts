export { buildRegistry, migrationsOf } from './build-registry.ts';
export { disablePlugin, type DisableFailure } from './disable-plugin.ts';
export { type ByWhom, type EnableFailure, enablePlugin } from './enable-plugin.ts';
export { type LoadedPlugin, loadPlugin, loadPlugins } from './load-plugins.ts';
export { migratePlugins, type PluginMigration } from './migrate-plugins.ts';
export { tenantRegistry } from './tenant-registry.ts';
