import { adoptEquivalenceRoute, simulateEquivalenceRoute } from '@saubac/contract/equivalence';
import type { LevelChange } from '@saubac/db/levels';
import type { EquivalenceChange } from '@saubac/domain/levels';
import type { IsoDate } from '@saubac/domain/values';
import { adoptEquivalence, type EquivalenceEffect, simulateEquivalence } from '@saubac/services/equivalence';
import { nameCursor, once, readCursor, refuse, writeCursor } from '../answers/index.ts';
import { endOf, faultsOfSettings } from './dated-rows.ts';
import { tenantRoutes } from './frame.ts';
import { z } from 'zod';

const place = nameCursor.extend({ language: z.string().max(20).regex(/^[\w-]*$/) });

type Sent =
  | { act: 'adopt'; table: string; from: IsoDate; lastDay: IsoDate | null; basis?: string | undefined; endsTables: string[] }
  | { act: 'end'; table: string; from: IsoDate; lastDay: IsoDate | null }
  | { act: 'validity'; type: string; months: number | null; from: IsoDate; basis?: string | undefined };

const changeOf = (sent: Sent): EquivalenceChange => {
  if (sent.act === 'validity') return sent;
  const { lastDay, ...rest } = sent;
  return { ...rest, validTo: endOf(lastDay) };
};

const shownChange = ({ nameSort: _, ...it }: LevelChange) => it;

const shownEffect = ({ on, correction, people, moves, targets, digest }: EquivalenceEffect) => ({ on, correction, people, moves, targets, digest });

/** Changes of equivalence, tried out and made to hold. */
export const equivalenceRoutes = tenantRoutes((app) => {
  app.openapi(simulateEquivalenceRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const { change, ...rest } = c.req.valid('json');
    const found = await simulateEquivalence(c.var.ctx, { change: changeOf(change), ...rest, after: from.value, limit });
    if (!found.ok) return refuse(c, found.failure, faultsOfSettings(found.failure));
    const { items, next } = found.value.changes;
    return c.answer({ ...shownEffect(found.value), changes: { items: items.map(shownChange), next: writeCursor(next) } }, 200);
  });
  app.openapi(adoptEquivalenceRoute, async (c) => {
    const input = c.req.valid('json');
    const { change, ...rest } = input;
    const adopted = await once(c, input, (ctx) => adoptEquivalence(ctx, { change: changeOf(change), ...rest }));
    return adopted.ok ? c.answer({ ...shownEffect(adopted.value), version: adopted.value.version }, 201) : refuse(c, adopted.failure, faultsOfSettings(adopted.failure));
  });
});
