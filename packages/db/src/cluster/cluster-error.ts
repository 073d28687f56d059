/** Why a database could not be opened, as a stable code; the words for an operator are made from it elsewhere. */
export type ClusterErrorCode =
  | 'binaries-missing'
  | 'no-unprivileged-user'
  | 'already-running'
  | 'blocked-by-process'
  | 'start-failed'
  | 'data-of-other-version'
  | 'data-missing'
  | 'lock-busy'
  | 'unreachable'
  | 'wrong-password'
  | 'server-too-old'
  | 'wrong-encoding'
  | 'missing-privilege'
  | 'role-taken'
  | 'role-prefix-invalid'
  | 'address-invalid'
  | 'serves-as-superuser'
  | 'secrets-unreadable'
  | 'key-missing'
  | 'unknown-tenant'
  | 'pools-busy'
  | 'migration-failed'
  | 'reference-invalid';

/** An outage or a wrong installation: nothing a caller can decide about, so it is thrown and handled in one place. */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode;
  /** What the sentence about it needs: ids of processes, ports, folders, names. Never a password. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: ClusterErrorCode, message: string, details: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'ClusterError';
    this.code = code;
    this.details = details;
  }
}
