import { levelRulesAt, showCertificate, type ShownCertificate } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { decideState, levelOn, type MoveRefusal } from '@saubac/domain/levels';
import { type CertificateId, fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { noteRead } from '../audit/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { type ExplainedLevel, namesOf } from './explain-level.ts';
import type { UnknownCertificate } from './kept-certificate.ts';

/** A certificate, and why it gives the level it gives on the day: `levelInWords` says it. Declared and verified ones are explained alike; whether the state counts is the plan's matter. `cannotVerify`: why the caller himself can't, whoever else may. */
export type ExplainedCertificate = { on: IsoDate; certificate: Omit<ShownCertificate, 'rules' | 'holderAccount'>; cannotVerify: Extract<MoveRefusal, { kind: 'same-person' | 'own-certificate' }> | null; told: Pick<ExplainedLevel, 'answer' | 'certificates' | 'names'> };

/** A certificate with its levels by every table, the explanation of the one that counts on the day (today if absent), who entered and verified it, its decision and files. */
export const getCertificate = async (ctx: Ctx, input: { certificate: CertificateId; on?: IsoDate | undefined }): Promise<Result<ExplainedCertificate, Forbidden | UnknownCertificate>> => {
  const scope = permit(ctx, 'certificate.read');
  if (!scope.ok) return scope;
  const { on = ctx.today } = input;
  const found = await showCertificate(ctx.db, scope.value, input.certificate, on);
  if (!found) return fail({ kind: 'unknown-certificate', certificate: input.certificate });
  noteRead(ctx, found.person, 'certificate');
  const { rules: version, holderAccount: holder, ...certificate } = found;
  const { context, adoptions } = await levelRulesAt(ctx.db, version, ctx.db);
  const certificates = [certificate];
  const answer = levelOn({ certificates, language: 'any', date: on, adoptions, statesThatCount: ['declared', 'verified'], context });
  const verifying = decideState({ certificate, to: 'verified', why: null, by: ctx.actor.id, enteredBy: certificate.entered?.by ?? null, holder });
  const refusal = verifying.ok ? undefined : verifying.failure;
  const cannotVerify = certificate.state === 'declared' && (refusal?.kind === 'same-person' || refusal?.kind === 'own-certificate') ? refusal : null;
  return ok({ on, certificate, cannotVerify, told: { answer, certificates, names: namesOf(context, certificates) } });
};
