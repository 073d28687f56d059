/** What an embedded server is started with. `throwaway` trades safety for speed: a crash may lose the data. */
export type ServerSettings = { port: number; throwaway: boolean };

const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // One small pool per tenant: 300 tenants with two or three connections each must fit.
  max_connections: '800',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  // Parallel workers share memory through here first: /dev/shm of a container holds 64 MB only.
  min_dynamic_shared_memory: '64MB',
  max_worker_processes: '8',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '2',
  max_parallel_maintenance_workers: '1',
  // Short analytic queries: compiling them costs more than it saves.
  jit: 'off',
  // Nobody replicates from an embedded server; copies of a tenant are made by the product's own export.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  autovacuum_naptime: '15s',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  // Details, contexts and statements of errors show rows: names, identification numbers.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
} as const;

const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } as const;

/** The settings as arguments of `postgres`. */
export const serverArguments = (settings: ServerSettings): string[] =>
  Object.entries({ ...always, ...(settings.throwaway ? throwaway : {}), port: String(settings.port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
