import type { OutboxPayload } from '@saubac/db/outbox';
import type { Tenant, TenantDb, TenantSql } from '@saubac/db/tenancy';
import type { Logger } from '../log.ts';

/** Work that a tenant asked for in its outbox. */
export type Job = {
  tenant: Tenant;
  /** The tenant's own database, by its own login. */
  db: TenantDb;
  /** What the work is about: ids only. */
  payload: OutboxPayload;
  /** The id of the outbox row: the same at every attempt. What goes out of the database carries it, so that the other side can tell a second time. */
  key: string;
  /** From 1. */
  attempt: number;
  /** Aborted when the time is up, when another worker took the job over, or when the worker stops. */
  signal: AbortSignal;
  /**
   * Marks the work as done in the transaction that writes its effect: both are there or neither is. Throws if another attempt was first,
   * which rolls the transaction back; let it pass. Work that never calls it is marked as done when it returns, and may then be done twice.
   */
  complete: (tx: TenantSql) => Promise<void>;
  log: Logger;
};

/** How work of one kind is done. It is attempted at least once; when it throws it is attempted again, later and later. */
export type Handler = {
  run: (job: Job) => Promise<void>;
  /** An attempt that takes longer is aborted. Default 5 minutes, at most 24 hours. */
  timeoutSeconds?: number;
  /** After so many attempts in vain the row is dead and a person has to look. Default 8. */
  attempts?: number;
  /** How many of this kind a worker does at once. Default 2. */
  parallel?: number;
  /** How many of this kind of one tenant all workers do at once. Default 1. */
  perTenant?: number;
};

/** Handlers by the kind of outbox rows they do. */
export type Handlers = Readonly<Record<string, Handler>>;
