import { createRoute, z } from '@hono/zod-openapi';
import { targetParams } from '../figures/parts.ts';
import { code, day, id, idempotencyKey, ifMatch, json, jsonBody, line, pageOf, pageQuery, refused, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { changedPerson, changeKind, close, closeByUnit, closeComparison, closeFigures, closePreview, closeSet, explanationThen, personThen, trend } from './parts.ts';

const tags = ['closes'];
const security = signedIn;
const period = z.object({ from: day, to: day.openapi({ description: 'Inclusive.' }), cutOff: day.openapi({ description: 'The day as of which people are counted; within the period, not after today.' }) });
const target = z.string().min(1).max(200).regex(/^[a-z0-9-]+$/);
const planVersion = z.coerce.number().int().min(1).max(1_000_000).optional().openapi({ type: 'integer' });
const unit = code.optional().openapi({ description: 'Code of a unit of then: it and all below it.' });

/** What closing a period would freeze. */
export const previewCloseRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/closes/preview', operationId: 'previewClose', tags, security, 'x-permission': 'close.prepare',
  summary: 'What closing a period would freeze, and what is not settled; nothing is kept',
  request: { params: tenantParams, query: period },
  responses: { 200: json(closePreview, 'The preview'), ...refused(422) },
});

/** Begins to close a period. */
export const startCloseRoute = createRoute({
  method: 'post', path: '/api/t/{tenant}/closes', operationId: 'startClose', tags, security, 'x-permission': 'close.prepare',
  summary: 'Close a period: its figures are frozen, and a second person signs them. A period that is closed already is corrected, for a reason',
  request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(period.extend({ reason: line(2_000).optional() }), 'The period') },
  responses: { 201: json(close, 'Begun'), ...refused(409, 422) },
});

/** Closes of the tenant. */
export const listClosesRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/closes', operationId: 'listCloses', tags, security, 'x-permission': 'close.read',
  summary: 'Closed periods, the latest first; those on their way only for who makes them',
  request: { params: tenantParams, query: pageQuery },
  responses: { 200: json(pageOf(close), 'Closes'), ...refused() },
});

/** One close. */
export const getCloseRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/closes/{id}', operationId: 'getClose', tags, security, 'x-permission': 'close.read',
  summary: 'How a close stands, what it rests on, and who stands behind it',
  request: { params: thingParams },
  responses: { 200: json(close, 'The close'), ...refused() },
});

/** Signs a close. */
export const approveCloseRoute = createRoute({
  method: 'post', path: '/api/t/{tenant}/closes/{id}/approve', operationId: 'approveClose', tags, security, 'x-permission': 'close.approve',
  summary: 'Sign what was frozen, as a second person; its audit is then anchored',
  request: { params: thingParams, headers: ifMatch },
  responses: { 202: json(close, 'Signed'), ...refused(409, 428) },
});

/** Gives a close up. */
export const cancelCloseRoute = createRoute({
  method: 'post', path: '/api/t/{tenant}/closes/{id}/cancel', operationId: 'cancelClose', tags, security, 'x-permission': 'close.prepare',
  summary: 'Give a close up that nobody has signed',
  request: { params: thingParams, ...jsonBody(z.object({ why: line(2_000).optional() }), 'Why') },
  responses: { 200: json(close, 'Given up'), ...refused(409) },
});

/** Sends a close back instead of signing it. */
export const sendBackCloseRoute = createRoute({
  method: 'post', path: '/api/t/{tenant}/closes/{id}/send-back', operationId: 'sendBackClose', tags, security, 'x-permission': 'close.approve',
  summary: 'Send a close that waits for its signature back with the reason, instead of signing it; it is given up, and says why',
  request: { params: thingParams, ...jsonBody(z.object({ reason: line(500) }), 'The reason, for who prepared it and for the audit') },
  responses: { 200: json(close, 'Sent back'), ...refused(409) },
});

/** The figures of a close. */
export const closeFiguresRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/closes/{id}/figures', operationId: 'closeFigures', tags, security, 'x-permission': 'close.read',
  summary: 'The figures of a close as they were frozen, for all or one unit with everybody below it, as the units stood then',
  request: { params: thingParams, query: z.object({ unit }) },
  responses: { 200: json(closeFigures, 'The figures'), ...refused(409) },
});

const closeTargetParams = thingParams.extend({ target });

/** One target of a close unit by unit. */
export const closeByUnitRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/closes/{id}/targets/{target}/units', operationId: 'closeByUnit', tags, security, 'x-permission': 'close.read',
  summary: 'One target of a close unit by unit, directly below one or the highest that you may read',
  request: { params: closeTargetParams, query: z.object({ unit, planVersion }) },
  responses: { 200: json(closeByUnit, 'The table'), ...refused(409, 422) },
});

/** The people behind a figure of a close. */
export const peopleBehindCloseRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/closes/{id}/targets/{target}/people', operationId: 'peopleBehindClose', tags, security, 'x-permission': 'person.read',
  summary: 'The people behind a figure of a close, with unit, level, certificate and reason of then',
  request: { params: closeTargetParams, query: pageQuery.extend({ set: closeSet.default('denominator'), unit, planVersion }) },
  responses: { 200: json(pageOf(personThen), 'A page of people'), ...refused(409, 422) },
});

/** Why somebody counted then. */
export const explainInCloseRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/closes/{id}/targets/{target}/people/{person}/explanation', operationId: 'explainInClose', tags, security, 'x-permission': 'person.read',
  summary: 'Why somebody counted or did not count for a target when the period was closed',
  request: { params: closeTargetParams.extend({ person: id }), query: z.object({ planVersion }) },
  responses: { 200: json(explanationThen, 'The explanation'), ...refused(409, 422) },
});

const compareParams = thingParams.extend({ other: id });

/** Two closes side by side. */
export const compareClosesRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/closes/{id}/compare/{other}', operationId: 'compareCloses', tags, security, 'x-permission': 'close.read',
  summary: 'What changed from one close to the other: who entered, left, gained and lost, by target and unit',
  request: { params: compareParams },
  responses: { 200: json(closeComparison, 'The comparison'), ...refused(409) },
});

/** The people whom two closes count differently. */
export const changedPeopleRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/closes/{id}/compare/{other}/targets/{target}/people', operationId: 'changedPeople', tags, security, 'x-permission': 'person.read',
  summary: 'The people whom two closes count differently for a target, and why as far as what was kept tells',
  request: { params: compareParams.extend({ target }), query: pageQuery.extend({ kind: changeKind.optional() }) },
  responses: { 200: json(pageOf(changedPerson), 'A page of people'), ...refused(409, 422) },
});

/** The course of a target. */
export const targetTrendRoute = createRoute({
  method: 'get', path: '/api/t/{tenant}/targets/{target}/trend', operationId: 'targetTrend', tags: ['figures'], security, 'x-permission': 'progress.read',
  summary: 'How a target stood at each year end and milestone of its plan: signed where a period is closed, else computed, and each says which',
  request: { params: targetParams, query: z.object({ unit, from: day.optional(), to: day.optional() }) },
  responses: { 200: json(trend, 'The course'), ...refused(422) },
});
