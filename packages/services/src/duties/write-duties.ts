import { addSession as insertSession, countSeen, findDuty, type KeptDuty, nameUnitsOfBody, type NewSession, removeSession as deleteSession, saveReport as keepReport, type KeptSession } from '@saubac/db/duties';
import { plansInForce } from '@saubac/db/plans';
import { fileById, markDeleted, type StoredFile } from '@saubac/db/transfers';
import { unitsById } from '@saubac/db/units';
import type { Forbidden } from '@saubac/domain/access';
import type { DutyReport } from '@saubac/domain/plan';
import { everything, fail, type IsoDate, ok, type Result, type UnitId, type UserId } from '@saubac/domain/values';
import type { Readable } from 'node:stream';
import { inPlaceOf } from '../cases/index.ts';
import { type Ctx, permit, permitWhole } from '../context/index.ts';
import { type FileStore, takeIn, type UnknownFile, type Upload, type UploadFailure } from '../files/index.ts';
import type { ChangedMeanwhile } from '../people/refusals.ts';
import { dutyInScope, type UnknownDuty } from './read-duties.ts';

/** Only an open duty is worked on: reported, it is taken back or sent back first. */
export type DutyNotOpen = { kind: 'duty-not-open'; state: string };
type OpenDutyFailure = Forbidden | UnknownDuty | DutyNotOpen;

const openDuty = async (ctx: Ctx, id: string): Promise<Result<KeptDuty & { coveredFor: UserId | null }, OpenDutyFailure>> => {
  const found = await dutyInScope(ctx, 'task.report', id);
  if (!found.ok || found.value.state === 'open') return found;
  return fail({ kind: 'duty-not-open', state: found.value.state });
};

// What is taken away leaves nothing but in whose place it was.
const inPlace = ({ coveredFor }: { coveredFor: UserId | null }) => (coveredFor === null ? {} : { after: { coveredFor } });

/** Writes down what was done for a duty; it is handed in by a move of its case. */
export const saveDutyReport = async (ctx: Ctx, input: { id: string; version: number; report: DutyReport }): Promise<Result<{ version: number }, OpenDutyFailure | ChangedMeanwhile<DutyReport, KeptDuty>>> => {
  const found = await openDuty(ctx, input.id);
  if (!found.ok) return found;
  return ctx.write(async (tx, record) => {
    const { coveredFor, ...current } = found.value;
    const version = await keepReport(tx, input.id, input.version, input.report);
    // Read anew: whoever wrote at the same moment did so after this one had read.
    if (version === undefined) return fail({ kind: 'changed-meanwhile' as const, yours: input.report, current: (await findDuty(tx, everything, input.id, ctx.today)) ?? current });
    await record({ act: 'duty.report-saved', subject: { kind: 'duty', id: input.id }, before: current.report, after: { ...input.report, ...inPlaceOf(coveredFor) } });
    return ok({ version });
  });
};

/** Adds a file that proves a duty: pdf, picture or xlsx by content, up to 10 MB. */
export const addDutyFile = async (ctx: Ctx, store: FileStore, input: { duty: string; upload: Upload }): Promise<Result<{ id: string; name: string }, OpenDutyFailure | UploadFailure>> => {
  const found = await openDuty(ctx, input.duty);
  if (!found.ok) return found;
  return takeIn(ctx, store, input.upload, { purpose: 'duty-proof', duty: input.duty }, (file, addRow) =>
    ctx.write(async (tx, record) => {
      await addRow(tx);
      await record({ act: 'duty.file-added', subject: { kind: 'duty', id: input.duty }, after: { file: file.id, name: file.originalName, sha256: file.sha256, size: file.size, ...inPlaceOf(found.value.coveredFor) } });
      return ok({ id: file.id, name: file.originalName });
    }),
  );
};

const fileOf = async (ctx: Ctx, duty: string, id: string): Promise<StoredFile | undefined> => {
  const file = await fileById(ctx.db, id);
  return file?.duty === duty ? file : undefined;
};

/** Opens a proof for whoever may see its duty. */
export const openDutyFile = async (ctx: Ctx, store: FileStore, { duty, file: id }: { duty: string; file: string }): Promise<Result<{ file: { name: string; mediaType: string; size: number }; content: Readable }, Forbidden | UnknownDuty | UnknownFile>> => {
  const found = await dutyInScope(ctx, 'task.read', duty);
  if (!found.ok) return found;
  const file = await fileOf(ctx, duty, id);
  if (!file) return fail({ kind: 'unknown-file', file: id });
  return ok({ file: { name: file.originalName, mediaType: file.mediaType, size: file.size }, content: await store.read(ctx.tenant.id, id) });
};

/** Takes a proof away from an open duty. */
export const removeDutyFile = async (ctx: Ctx, { duty, file: id }: { duty: string; file: string }): Promise<Result<null, OpenDutyFailure | UnknownFile>> => {
  const found = await openDuty(ctx, duty);
  if (!found.ok) return found;
  const file = await fileOf(ctx, duty, id);
  if (!file) return fail({ kind: 'unknown-file', file: id });
  return ctx.write(async (tx, record) => {
    await markDeleted(tx, [id], ctx.now().toISOString());
    await record({ act: 'duty.file-removed', subject: { kind: 'duty', id: duty }, before: { file: id, name: file.originalName, sha256: file.sha256 }, ...inPlace(found.value) });
    return ok(null);
  });
};

/** A session that can't have been held for the duty. `from`: its first day. `unknown-attended`: somebody listed is none whom the caller may see. */
export type SessionFailure = { kind: 'session-in-future' } | { kind: 'session-before-period'; from: IsoDate } | { kind: 'unknown-attended' };

// Whoever may not see people lists none: else the figures would tell him who is there.
const areSeen = async (ctx: Ctx, people: readonly string[]): Promise<Result<null, Forbidden | { kind: 'unknown-attended' }>> => {
  if (people.length === 0) return ok(null);
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const asked = [...new Set(people)];
  return (await countSeen(ctx.db, scope.value, ctx.today, asked)) === asked.length ? ok(null) : fail({ kind: 'unknown-attended' });
};

/** Writes down a session that made the programme known, with how many were there and, where a list was kept, who. */
export const addDutySession = async (ctx: Ctx, { duty, session }: { duty: string; session: NewSession }): Promise<Result<{ id: string }, OpenDutyFailure | SessionFailure>> => {
  const found = await openDuty(ctx, duty);
  if (!found.ok) return found;
  const { from } = found.value;
  if (session.heldOn > ctx.today) return fail({ kind: 'session-in-future' });
  if (session.heldOn < from) return fail({ kind: 'session-before-period', from });
  const known = await areSeen(ctx, session.people);
  if (!known.ok) return known;
  return ctx.write(async (tx, record) => {
    const id = await insertSession(tx, duty, session);
    const { people, ...said } = session;
    await record({ act: 'duty.session-added', subject: { kind: 'duty', id: duty }, after: { ...said, listed: people.length, ...inPlaceOf(found.value.coveredFor) } });
    return ok({ id });
  });
};

/** Takes a session away that was written down by mistake. */
export const removeDutySession = async (ctx: Ctx, { duty, session }: { duty: string; session: string }): Promise<Result<null, OpenDutyFailure | { kind: 'unknown-duty-session' }>> => {
  const found = await openDuty(ctx, duty);
  if (!found.ok) return found;
  return ctx.write(async (tx, record) => {
    const gone: KeptSession | undefined = await deleteSession(tx, duty, session);
    if (!gone) return fail({ kind: 'unknown-duty-session' as const });
    await record({ act: 'duty.session-removed', subject: { kind: 'duty', id: duty }, before: gone, ...inPlace(found.value) });
    return ok(null);
  });
};

/** Says which units a body of a plan in force is. Make the duties again afterwards. */
export const nameUnits = async (ctx: Ctx, { plan, body, units }: { plan: string; body: string; units: readonly UnitId[] }): Promise<Result<null, Forbidden | { kind: 'body-not-in-plan'; body: string } | { kind: 'unknown-unit'; unit: string; on: IsoDate }>> => {
  const scope = permitWhole(ctx, 'task.manage');
  if (!scope.ok) return scope;
  const version = (await plansInForce(ctx.db, ctx.today)).find((it) => it.plan === plan);
  if (!version?.document.bodies.some((it) => it.id === body)) return fail({ kind: 'body-not-in-plan', body });
  const known = await unitsById(ctx.db, units, ctx.today);
  const missing = units.find((it) => !known.has(it));
  if (missing !== undefined) return fail({ kind: 'unknown-unit', unit: missing, on: ctx.today });
  return ctx.write(async (tx, record) => {
    await nameUnitsOfBody(tx, plan, body, [...new Set(units)]);
    await record({ act: 'duty.body-named', subject: { kind: 'plan' }, after: { plan, body, units: units.map((it) => known.get(it)?.code ?? it) } });
    return ok(null);
  });
};
