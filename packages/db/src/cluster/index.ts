export { bootstrapCluster, createDatabase, openDatabaseTo } from './bootstrap.ts';
export { ClusterError, type ClusterErrorCode } from './cluster-error.ts';
export { openParts, type Cluster, type ClusterParts } from './cluster.ts';
export { startEmbedded, type EmbeddedConfig, type EmbeddedServer } from './embedded.ts';
export { openCluster, type ClusterConfig } from './open-cluster.ts';
export { roleNames, type RoleNames } from './roles.ts';
export { hasSecrets, secretsIn, type SecretKey, type Secrets } from './secrets.ts';
export { connect, connectServer, type Client, type Login, type Server } from './server.ts';
export { openServing, type Serving, type ServingParts } from './serving.ts';
