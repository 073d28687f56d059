export { cloneDatabase, type TestCluster } from './clone-database.ts';
export { testTenants } from './test-server.ts';
