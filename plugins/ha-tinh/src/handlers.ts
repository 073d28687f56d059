import type { PluginHandler } from '@saubac/plugin-api';

import type { Config } from './config.ts';
import { findRequest } from './enrolment/enrolments.ts';
import { type MessageKind, tell } from './messages/messages.ts';

const told: Readonly<Record<string, MessageKind>> = { enrolled: 'enrolled', declined: 'declined', official: 'official', cut: 'cut' };

/** Tells the agency what became of its request; by the key of the work once, however often it is tried. */
const tellAgency: PluginHandler<Config> = {
  run: async (ctx, payload, { key }) => {
    const request = await findRequest(ctx.db, String(payload['enrolment']));
    const kind = request && told[request.state];
    if (!request || !kind) return;
    await tell(ctx, { key, unit: request.unitId, kind, subject: request.id });
  },
};

export const handlers = { tellAgency };
