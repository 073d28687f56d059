import type { PluginCtx, PluginJob } from '@saubac/plugin-api';

import { listAgreements } from './agreements/agreements.ts';
import { listClasses, trialsOver } from './classes/classes.ts';
import { followList } from './classes/follow-list.ts';
import { publishList } from './classes/list-routes.ts';
import type { Config } from './config.ts';
import { tell } from './messages/messages.ts';

/** Reminds Sở Ngoại vụ of agreements: each year's follow-up once, the end of a term once. */
const remindOfAgreements = async (ctx: PluginCtx<Config>): Promise<void> => {
  const year = ctx.today.slice(0, 4);
  for (const it of await listAgreements(ctx)) {
    if (it.missing > 0) await tell(ctx, { key: `follow-up ${it.id} ${year}`, unit: null, kind: 'follow-up-due', subject: it.id });
    if (it.standing === 'ending') await tell(ctx, { key: `ending ${it.id} ${it.endsOn}`, unit: null, kind: 'agreement-ending', subject: it.id });
  }
};

/** Closes trials that are over. Where nobody has to go the list is official at once; where somebody has to, an officer decides who and is reminded. */
const closeTrials = async (ctx: PluginCtx<Config>): Promise<void> => {
  const over = new Set(await trialsOver(ctx.db, ctx.today));
  for (const it of (await listClasses(ctx.db)).filter(({ id }) => over.has(id))) {
    if (it.taken <= it.seats) await publishList(ctx, it.id, { order: null, cuts: [] });
    else await tell(ctx, { key: `list ${it.id}`, unit: null, kind: 'list-due', subject: it.id });
  }
  await followList(ctx);
};

const nightly: PluginJob<Config> = {
  run: async (ctx) => {
    await remindOfAgreements(ctx);
    await closeTrials(ctx);
  },
  timeoutSeconds: 120,
};

export const jobs = { nightly };
