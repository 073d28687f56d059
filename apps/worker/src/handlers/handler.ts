import type { Cluster } from '@saubac/db/cluster';
import type { MailSender } from '@saubac/db/mail';
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
  /** If this attempt fails too, the work is given up. */
  lastAttempt: boolean;
  /** Aborted when the time is up, when another worker took the job over, or when the worker stops. */
  signal: AbortSignal;
  /**
   * Marks the work as done in the transaction that writes its effect: both are there or neither is. Throws if another attempt was first,
   * which rolls the transaction back; let it pass. Work that never calls it is marked as done when it returns, and may then be done twice.
   */
  complete: (tx: TenantSql) => Promise<void>;
  log: Logger;
};

/** Work that was given up. */
export type GivenUp = Pick<Job, 'tenant' | 'db' | 'payload' | 'key' | 'log'>;

/** How work of one kind is done. It is attempted at least once; when it throws it is attempted again, later and later. */
export type Handler = {
  run: (job: Job) => Promise<void>;
  /**
   * Called once the work is given up, also when every attempt was killed: for telling whoever waits. Its row is dead by then, unless this
   * throws: then it is called again.
   */
  givenUp?: (work: GivenUp) => Promise<void>;
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

/** What handlers are made of: what they need besides their tenant. */
export type HandlerParts = {
  cluster: Cluster;
  /** Queues a mail. Give it the key of the job, and it is sent once however often the work is attempted. */
  sendMail: MailSender;
  /** The data folder of the installation. */
  dataDir: string;
  /** The address at which users reach the product. */
  publicUrl: string;
  log: Logger;
};

/** Makes the handlers of a worker. */
export type HandlersOf = (parts: HandlerParts) => Handlers | Promise<Handlers>;
