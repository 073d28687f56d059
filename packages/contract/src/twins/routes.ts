import { createRoute, z } from '@hono/zod-openapi';
import { id, idempotencyKey, ifMatch, json, jsonBody, pageOf, pageQuery, refused, shownDay, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { likeness, merge, mergeInput, mergePreview, twinCard, why } from './parts.ts';

const twin = z.object({ one: twinCard, other: twinCard, ...likeness }).openapi('Twins');
const saved = z.object({ id, version: z.int() });
const two = z.object({ id, version: z.int(), staying: id, going: id });

/** Records that may be of one person. */
export const listTwinsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/twins',
  operationId: 'listTwins',
  tags: ['twins'],
  summary: 'Pairs of records that may be of one person, likeliest first, with what speaks for it',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: tenantParams, query: pageQuery.extend({ least: z.coerce.number().int().min(50).max(99).default(50).openapi({ type: 'integer', description: 'The least score.' }) }) },
  responses: { 200: json(pageOf(twin).omit({ total: true }).extend({ pairs: z.int().openapi({ description: 'How many pairs there are in all, 10,000 at most.' }) }), 'A page of pairs'), ...refused(503) },
});

/** Notes that two records are of two people. */
export const dismissTwinsRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/twins/dismissals',
  operationId: 'dismissTwins',
  tags: ['twins'],
  summary: 'Note that two records are of two people; they are not proposed to each other again',
  security: signedIn,
  'x-permission': 'person.edit',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(z.object({ one: id, other: id, why }), 'The two') },
  responses: { 201: json(z.object({ dismissed: z.boolean().openapi({ description: 'False: that was noted already.' }) }), 'Noted'), ...refused(404, 422) },
});

/** What would become of two records. */
export const previewMergeRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/merges/previews',
  operationId: 'previewMerge',
  tags: ['twins'],
  summary: 'What would become of two records if they were made one; nothing is changed',
  security: signedIn,
  'x-permission': 'person.edit',
  request: { params: tenantParams, ...jsonBody(z.object(mergeInput), 'The two, and whose values stay') },
  responses: { 200: json(mergePreview, 'What would become of them'), ...refused(404, 422, 503) },
});

/** Proposes a merge. */
export const proposeMergeRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/merges',
  operationId: 'proposeMerge',
  tags: ['twins'],
  summary: 'Propose that two records be made one; nothing changes before a second person has confirmed it',
  security: signedIn,
  'x-permission': 'person.edit',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(z.object({ ...mergeInput, why }), 'The two, and whose values stay') },
  responses: { 201: json(saved.extend({ preview: mergePreview }), 'Proposed'), ...refused(404, 409, 422) },
});

/** Merges, whatever became of them. */
export const listMergesRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/merges',
  operationId: 'listMerges',
  tags: ['twins'],
  summary: 'Proposed merges and what became of them, latest first',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: tenantParams, query: pageQuery.extend({ state: z.enum(['proposed', 'confirmed', 'withdrawn', 'undone']).optional() }) },
  responses: { 200: json(pageOf(merge), 'A page of merges'), ...refused() },
});

/** One merge. */
export const getMergeRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/merges/{id}',
  operationId: 'getMerge',
  tags: ['twins'],
  summary: 'A merge and what became of it',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: thingParams },
  responses: { 200: json(merge, 'The merge'), ...refused(404) },
});

/** Confirms a merge. */
export const confirmMergeRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/merges/{id}/confirmation',
  operationId: 'confirmMerge',
  tags: ['twins'],
  summary: 'Make two records one as somebody else proposed',
  security: signedIn,
  'x-permission': 'person.merge',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ why }), 'Why') },
  responses: { 200: json(two, 'Made one'), ...refused(404, 409, 422, 428) },
});

/** Withdraws a proposal. */
export const withdrawMergeRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/merges/{id}/withdrawal',
  operationId: 'withdrawMerge',
  tags: ['twins'],
  summary: 'Give a proposed merge up',
  security: signedIn,
  'x-permission': 'person.edit',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ why }), 'Why') },
  responses: { 200: json(saved, 'Given up'), ...refused(404, 409, 428) },
});

/** Undoes a merge. */
export const unmergeRoute = createRoute({
  method: 'post',
  path: '/api/t/{tenant}/merges/{id}/undoing',
  operationId: 'unmerge',
  tags: ['twins'],
  summary: 'Make two records of one again, exactly as they were, unless later work rests on it',
  security: signedIn,
  'x-permission': 'person.merge',
  request: { params: thingParams, ...jsonBody(z.object({ why }), 'Why') },
  responses: { 200: json(two, 'Two again'), ...refused(404, 409) },
});

const elsewhere = z
  .object({
    id, fullName: z.string(), idNumber: z.string().nullable().openapi({ description: 'Masked but for its last three digits where the caller may not read it.' }),
    province: z.string().openapi({ description: 'The other province, or several.' }), since: shownDay.openapi({ description: 'Since when it is known there.' }),
  })
  .openapi('PersonElsewhere');

/** Who stands on the roster of another province too. */
export const listElsewhereRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/twins/elsewhere',
  operationId: 'listElsewhere',
  tags: ['twins'],
  summary: 'People whose identification number stands on the roster of another province too, as the last comparison of keyed digests found',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: tenantParams, query: pageQuery },
  responses: { 200: json(pageOf(elsewhere).extend({ takesPart: z.boolean().openapi({ description: 'False: this province compares with none.' }) }), 'A page of people'), ...refused() },
});

/** Whether the province takes part in the comparison. */
export const setAcrossProvincesRoute = createRoute({
  method: 'put',
  path: '/api/t/{tenant}/twins/elsewhere/participation',
  operationId: 'setAcrossProvinces',
  tags: ['twins'],
  summary: 'Say whether the province takes part in the comparison with others; who leaves takes its digests away',
  security: signedIn,
  'x-permission': 'catalogue.edit',
  request: { params: tenantParams, ...jsonBody(z.object({ takesPart: z.boolean(), why }), 'Whether it takes part') },
  responses: { 200: json(z.object({ takesPart: z.boolean() }), 'Said'), ...refused() },
});
