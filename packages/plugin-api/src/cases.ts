import type { IsoDate, LocalText, UserId } from '@saubac/domain/values';
import type { Workflow } from '@saubac/domain/workflow';

import type { PluginSql } from './context.ts';

/** A move that was taken, as its subject learns of it. */
export type TakenMove = { case: string; subject: string; move: string; from: string; to: string; by: UserId | null; on: IsoDate; reason: string | null };

/**
 * What goes from hand to hand by a workflow of a plugin. Its states and moves are words of the manifest: `<workflow>.state.<state>` and
 * `<workflow>.move.<move>`, the refusals of guards are words too.
 */
export type PluginCase<Permission extends string = string, Subject = unknown> = {
  workflow: Workflow<Subject>;
  /** The permission of the plugin with which cases are seen, over the unit of the case. */
  seenBy: Permission;
  /** The subjects of cases as guards see them, by id, read in one statement. */
  subjects: (sql: PluginSql, ids: readonly string[]) => Promise<ReadonlyMap<string, Subject>>;
  /**
   * How a case is called in the inbox, and the address within the tenant where it is seen: `/x/<plugin>/<page>?…`. The title stands in mails
   * too and holds no name; `person` is whom it is about, named by the core to those who may see him.
   */
  describe: (subject: Subject) => { title: LocalText; link: string; person?: string };
  /** What whoever decides goes by, as plain values: when they are others than at the last move, the case is “changed since”. */
  statement?: (subject: Subject) => unknown;
  /**
   * Takes rows in hand (`select … for update`) over which guards of a move count, before its subject is read: of two moves at once the later
   * one waits, and its guards then see what the first one left.
   */
  hold?: (tx: PluginSql, subject: string, move: string) => Promise<void>;
  /** What a move changes in the plugin's own tables, in the move's transaction. */
  moved?: (tx: PluginSql, move: TakenMove) => Promise<void>;
};

/**
 * Declares a kind of case over a workflow.
 *
 * @example
 * export const dutySwap = defineCase(manifest, {
 *   workflow: swapWorkflow,
 *   seenBy: 'duty.read',
 *   subjects: swapsByIds,
 *   describe: (swap) => ({ title: wordOf(manifest, 'swap.title'), link: `/x/example/duties?swap=${swap.id}` }),
 * });
 */
export const defineCase = <Permission extends string, Subject, State extends string, Name extends string>(
  _manifest: { permissions?: Readonly<Record<Permission, unknown>> },
  it: Omit<PluginCase<NoInfer<Permission>, Subject>, 'workflow'> & { workflow: Workflow<Subject, State, Name> },
): PluginCase<Permission> => it as unknown as PluginCase<Permission>;
