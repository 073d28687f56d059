import type { RuleProblem } from '@saubac/domain/rules';
import type { ExtensionProblem, WorkflowProblem } from '@saubac/domain/workflow';

/** Why a plugin can't be used. Paths and messages are for the person who runs or writes the plugin; none holds personal data. */
export type PluginFailure =
  | { kind: 'import-failed'; message: string }
  | { kind: 'not-a-plugin' }
  | { kind: 'invalid-id'; id: string }
  | { kind: 'id-differs'; inPackage: string; inManifest: string }
  | { kind: 'id-taken'; id: string; by: string }
  | { kind: 'wrong-api-version'; found: unknown; supported: number }
  | { kind: 'word-missing'; locale: 'vi' | 'en'; key: string }
  /** A name that is written otherwise than names of its part are: `noun.verb` for permissions, one word for the rest. */
  | { kind: 'name-invalid'; part: string; name: string }
  | { kind: 'role-unknown'; permission: string; role: string }
  | { kind: 'permission-undeclared'; part: string; name: string; permission: string }
  | { kind: 'place-unknown'; part: string; name: string; place: string }
  | { kind: 'workflow-invalid'; workflow: string; problem: WorkflowProblem }
  | { kind: 'workflow-id-taken'; workflow: string }
  | { kind: 'extension-invalid'; workflow: string; problem: ExtensionProblem }
  | { kind: 'extension-of-unknown'; workflow: string }
  | { kind: 'extension-by-other'; workflow: string; by: string }
  | { kind: 'handler-missing'; workflow: string; effect: string }
  | { kind: 'column-taken'; report: string; column: string }
  | { kind: 'setting-without-default'; setting: string; message: string }
  | { kind: 'settings-without-fields' }
  | { kind: 'route-invalid'; method: string; path: string }
  | { kind: 'route-taken'; method: string; path: string }
  | { kind: 'routes-failed'; message: string }
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
  | { kind: 'not-found' }
  /** The installation was started without any plugin (`SAFE_MODE=1`). */
  | { kind: 'safe-mode' };
