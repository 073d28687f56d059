export { applySets, MigrationStopped, type MigrationFailure, type Wanted } from './apply-sets.ts';
export { coreSet, platformSet, readMigrations, statementsOf, type Migration, type MigrationSet } from './migration-set.ts';
export { dropSet, type Rehearsed, rehearseSets } from './rehearse-sets.ts';
export { migratePlatform } from './migrate-platform.ts';
export { migrateTenants, type TenantMigration } from './migrate-tenants.ts';
