import { changeAssignmentRoute, endAssignmentRoute, setPlannedPostRoute, setTrainingListingRoute, startAssignmentRoute } from '@saubac/contract/people';
import type { PersonId } from '@saubac/domain/values';
import { changeAssignment, type Edit, endAssignment, setPlannedPost, setTrainingListing, startAssignment } from '@saubac/services/people';
import { etagOf, once, refuse, versionOf } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';
import { faultsOfPerson, withShownFile } from './people-shown.ts';

const inPost = { post: 'post' };

/** Whose career changes, and on which version of his file the change is based. */
const editOf = ({ id }: { id: string }, headers: { 'if-match': string }): Edit => ({ person: id as PersonId, version: versionOf(headers['if-match']) });

export const assignmentRoutes = tenantRoutes((app) => {
  app.openapi(startAssignmentRoute, async (c) => {
    const input = c.req.valid('json');
    const edit = editOf(c.req.valid('param'), c.req.valid('header'));
    const started = await once(c, input, (ctx) => startAssignment(ctx, { ...edit, ...input }));
    if (!started.ok) return refuse(c, withShownFile(started.failure), faultsOfPerson(c, started.failure, inPost));
    return c.answer(started.value, 201, { etag: etagOf(started.value.version) });
  });
  app.openapi(changeAssignmentRoute, async (c) => {
    const { post, why, ...change } = c.req.valid('json');
    const { assignment, ...params } = c.req.valid('param');
    const edit = { ...editOf(params, c.req.valid('header')), assignment, post, why };
    const saved = await changeAssignment(c.var.ctx, change.mode === 'correct' ? { ...edit, correct: { from: change.from, lastDay: change.lastDay } } : { ...edit, from: change.from });
    if (!saved.ok) return refuse(c, withShownFile(saved.failure), faultsOfPerson(c, saved.failure, inPost));
    return c.answer(saved.value, 200, { etag: etagOf(saved.value.version) });
  });
  app.openapi(endAssignmentRoute, async (c) => {
    const { assignment, ...params } = c.req.valid('param');
    const saved = await endAssignment(c.var.ctx, { ...editOf(params, c.req.valid('header')), ...c.req.valid('json'), assignment });
    if (!saved.ok) return refuse(c, withShownFile(saved.failure), faultsOfPerson(c, saved.failure, inPost));
    return c.answer(saved.value, 200, { etag: etagOf(saved.value.version) });
  });
  app.openapi(setPlannedPostRoute, async (c) => {
    const saved = await setPlannedPost(c.var.ctx, { ...editOf(c.req.valid('param'), c.req.valid('header')), ...c.req.valid('json') });
    if (!saved.ok) return refuse(c, withShownFile(saved.failure), faultsOfPerson(c, saved.failure, inPost));
    return c.answer(saved.value, 200, { etag: etagOf(saved.value.version) });
  });
  app.openapi(setTrainingListingRoute, async (c) => {
    const saved = await setTrainingListing(c.var.ctx, { ...editOf(c.req.valid('param'), c.req.valid('header')), ...c.req.valid('json') });
    if (!saved.ok) return refuse(c, withShownFile(saved.failure), faultsOfPerson(c, saved.failure, inPost));
    return c.answer(saved.value, 200, { etag: etagOf(saved.value.version) });
  });
});
