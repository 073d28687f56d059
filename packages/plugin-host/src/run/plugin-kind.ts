import type { Permission } from '@saubac/domain/access';
import { permissionOf, type PluginSql, type Registry } from '@saubac/plugin-api';
import type { AnyCaseKind } from '@saubac/services/cases';

type RegisteredCase = Registry['cases'][number];

/** The kind of outbox rows that handlers of plugins do. */
export const handlerKind = 'plugin.handle';

/** A case of a plugin as the engine takes it: its permissions by their full names, and its effects as work for the plugin's handlers. */
export const pluginKind = ({ plugin, word, ...it }: RegisteredCase): AnyCaseKind => ({
  workflow: it.workflow as AnyCaseKind['workflow'],
  seenBy: permissionOf({ id: plugin }, it.seenBy as never) as unknown as Permission,
  subjects: (tx, ids) => it.subjects(tx as unknown as PluginSql, ids),
  describe: it.describe,
  word,
  effectKind: () => handlerKind,
  effectPayload: (effect) => ({ plugin, handler: effect }),
  ...(it.statement ? { statement: it.statement } : {}),
  ...(it.moved
    ? {
        moved: async (ctx, tx, _, { case: id, subjectId, move, from, to, reason }) =>
          it.moved?.(tx as unknown as PluginSql, { case: id, subject: subjectId, move, from, to, by: ctx.actor.id, on: ctx.today, reason }),
      }
    : {}),
});
