import type { PersonReadKind } from '@saubac/domain/audit';
import type { PersonId } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';

/**
 * Notes that the caller opened something of a person's file, for the answer to "who saw my data". Called by every verb that shows one
 * person, when it has found him and may show him. It waits for nothing; whose own file it is, is left out when it is written.
 */
export const noteRead = (ctx: Pick<Ctx, 'reads' | 'tenant' | 'actor' | 'now'>, person: PersonId, what: PersonReadKind): void => {
  ctx.reads.note(ctx.tenant.slug, { person, reader: ctx.actor.id, what, at: ctx.now() });
};
