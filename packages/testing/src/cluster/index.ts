export { commandEnvironment, type CommandEnvironment } from './command-environment.ts';
export { cloneDatabase, type TestCluster } from './clone-database.ts';
export { emptyDatabase, otherInstallation, type EmptyDatabase } from './empty-database.ts';
export { raceFor } from './race-for.ts';
export { testTenants } from './test-server.ts';
