import type { RuleProblem } from '@saubac/domain/rules';

/** Why a plugin can't be used. Paths and messages are for the person who runs or writes the plugin; none holds personal data. */
export type PluginFailure =
  | { kind: 'import-failed'; message: string }
  | { kind: 'not-a-plugin' }
  | { kind: 'invalid-id'; id: string }
  | { kind: 'id-differs'; inPackage: string; inManifest: string }
  | { kind: 'id-taken'; id: string; by: string }
  | { kind: 'wrong-api-version'; found: unknown; supported: number }
  | { kind: 'word-missing'; locale: 'vi' | 'en'; key: string }
  | { kind: 'table-without-prefix'; table: string; prefix: string }
  | { kind: 'table-without-migration'; table: string }
  | { kind: 'migrations-unreadable'; message: string }
  | { kind: 'statement-not-allowed'; file: string; statement: string }
  | { kind: 'fact-without-prefix'; fact: string }
  | { kind: 'target-id-taken'; target: string }
  | { kind: 'rule-invalid'; target: string; part: string; problem: RuleProblem }
  | { kind: 'migration-failed'; reason: string; version: string; message: string }
  | { kind: 'relation-failed'; fact: string; message: string }
  | { kind: 'settings-invalid'; problems: readonly { path: string; message: string }[] }
  /** So many times in a row something of it threw or took too long, again and again; `part` is what did last. */
  | { kind: 'broke-repeatedly'; part: string; faults: number; message: string }
  | { kind: 'not-found' };
