import { createPersonRoute, getOwnFileRoute, getPersonRoute, linkUserRoute, listPeopleRoute, updatePersonRoute } from '@saubac/contract/people';
import type { PersonFile } from '@saubac/db/people';
import type { PersonId, UserId } from '@saubac/domain/values';
import { createPerson, getOwnFile, getPerson, linkUser, listPeople, updatePerson } from '@saubac/services/people';
import { etagOf, once, peopleCursor, readCursor, refuse, versionOf, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';
import { faultsOfPerson, shownFile, shownPerson, withShownFile } from './people-shown.ts';

const inMain = { post: 'main', days: 'main' };

// A file is more than its version tells: certificates change without it, so it is not kept to be asked for again by its ETag.
const fileHeaders = ({ version }: PersonFile) => ({ etag: etagOf(version), 'cache-control': 'no-store' });

export const peopleRoutes = tenantRoutes((app) => {
  app.openapi(listPeopleRoute, async (c) => {
    const { after, limit, total, search, kind, rank, officeRank, leader, certificateState, level, language, ...asked } = c.req.valid('query');
    const from = readCursor(peopleCursor, after);
    if (!from.ok) return refuse(c, from.failure);
    if (from.value && (from.value.path === undefined) !== (asked.order === 'name')) return refuse(c, { kind: 'cursor-invalid' });
    const page = await listPeople(c.var.ctx, {
      ...asked,
      text: search,
      kinds: kind && [kind],
      ranks: rank === undefined ? undefined : [rank],
      officeRanks: officeRank && [officeRank],
      leader: leader === undefined ? undefined : leader === 'true',
      certificateStates: certificateState && [certificateState],
      level: level === undefined ? undefined : { atLeast: level, language },
      after: from.value && { ...from.value, id: from.value.id as PersonId },
      limit,
      total: total === 'true',
    });
    if (!page.ok) return refuse(c, page.failure);
    const { people, next, total: count } = page.value;
    return c.answer({ items: people.map(shownPerson), next: writeCursor(next), ...(count === null ? {} : { total: count }) }, 200);
  });
  app.openapi(createPersonRoute, async (c) => {
    const input = c.req.valid('json');
    const { main, why, ...identity } = input;
    const created = await once(c, input, (ctx) => createPerson(ctx, { identity, main, why }));
    if (!created.ok) return refuse(c, created.failure, faultsOfPerson(c, created.failure, inMain));
    return c.answer(created.value, 201, { etag: etagOf(created.value.version) });
  });
  app.openapi(getPersonRoute, async (c) => {
    const found = await getPerson(c.var.ctx, { person: c.req.valid('param').id as PersonId, on: c.req.valid('query').on });
    return found.ok ? c.answer(shownFile(found.value), 200, fileHeaders(found.value)) : refuse(c, found.failure);
  });
  app.openapi(updatePersonRoute, async (c) => {
    const { why, ...identity } = c.req.valid('json');
    const person = c.req.valid('param').id as PersonId;
    const saved = await updatePerson(c.var.ctx, { person, version: versionOf(c.req.valid('header')['if-match']), identity, why });
    if (!saved.ok) return refuse(c, withShownFile(saved.failure), faultsOfPerson(c, saved.failure, inMain));
    return c.answer(saved.value, 200, { etag: etagOf(saved.value.version) });
  });
  app.openapi(getOwnFileRoute, async (c) => {
    const found = await getOwnFile(c.var.ctx);
    return found.ok ? c.answer(shownFile(found.value), 200, fileHeaders(found.value)) : refuse(c, found.failure);
  });
  app.openapi(linkUserRoute, async (c) => {
    const { user, why } = c.req.valid('json');
    const person = c.req.valid('param').id as PersonId;
    const saved = await linkUser(c.var.ctx, { person, version: versionOf(c.req.valid('header')['if-match']), user: user as UserId | null, why });
    return saved.ok ? c.answer(saved.value, 200, { etag: etagOf(saved.value.version) }) : refuse(c, saved.failure);
  });
});
