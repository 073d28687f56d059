import type { Permission } from '@saubac/domain/access';
import { permissionOf, type PluginSql, type Registry } from '@saubac/plugin-api';
import type { AnyCaseKind } from './case-kind.ts';
import { firstWord } from './plugin-words.ts';

type RegisteredCase = Registry['cases'][number];

/** The kind of outbox rows that handlers of plugins do. */
export const handlerKind = 'plugin.handle';

/**
 * A case of a plugin as the engine takes it: its permissions by their full names, its effects as work for the plugin's handlers, its words
 * those of the manifest: `<workflow>.name`, `<workflow>.state.<state>`, `<workflow>.move.<move>`, the refusals of guards as they stand.
 */
export const pluginKind = ({ plugin, word, ...it }: RegisteredCase): AnyCaseKind => ({
  workflow: it.workflow as AnyCaseKind['workflow'],
  seenBy: permissionOf({ id: plugin }, it.seenBy as never) as unknown as Permission,
  subjects: (tx, ids) => it.subjects(tx as unknown as PluginSql, ids),
  describe: it.describe,
  word: (key) => firstWord(word, [`${it.workflow.id}.${key}`, key]),
  effectKind: () => handlerKind,
  effectPayload: (effect) => ({ plugin, handler: effect }),
  ...(it.hold ? { hold: async (tx, subject, move) => it.hold?.(tx as unknown as PluginSql, subject, move) } : {}),
  ...(it.statement ? { statement: it.statement } : {}),
  ...(it.moved
    ? {
        moved: async (ctx, tx, _, { case: id, subjectId, move, from, to, reason }) =>
          it.moved?.(tx as unknown as PluginSql, { case: id, subject: subjectId, move, from, to, by: ctx.actor.id, on: ctx.today, reason }),
      }
    : {}),
});
