import {
  correctCertificateRoute, declareCertificateRoute, getCertificateRoute, listCertificatesRoute, listTargetsOfCertificateRoute, previewCertificateRoute, recordDecisionRoute, setCertificateStateRoute, withdrawDecisionRoute,
} from '@saubac/contract/certificates';
import type { Fault } from '@saubac/contract/problems';
import { type Deed, type ListedCertificate, type ShownCertificate } from '@saubac/db/levels';
import { lastDayOf } from '@saubac/domain/levels';
import { addDays, type CertificateId, type IsoDate, type PersonId } from '@saubac/domain/values';
import { correctCertificate, declareCertificate, type EntryRefused, type ExplainedCertificate, getCertificate, type GuardRefused, type KeptCertificate, levelInWords, listCertificates, previewCertificate, recordDecision, setCertificateState, withdrawDecision } from '@saubac/services/levels';
import { targetsOfCertificate } from '@saubac/services/targets';
import { z } from 'zod';
import { etagOf, inBoth, once, readCursor, refuse, versionOf, words, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

const place = z.strictObject({ id: z.guid() });

const openEnd = (lastDay: IsoDate | null): IsoDate | 'infinity' => (lastDay === null ? 'infinity' : addDays(lastDay, 1));

const shown = ({ decision, ...it }: KeptCertificate) => ({ ...it, decision: decision && { framework: decision.framework, level: decision.level, decidedOn: decision.decidedOn, lastDay: lastDayOf(decision.validTo), document: decision.document } });

/** What stands there now, where somebody else was quicker, in the form in which it is shown. */
const asShown = <F extends { kind: string }>(failure: F) => (failure.kind === 'changed-meanwhile' && 'current' in failure ? { ...failure, current: shown(failure.current as KeptCertificate) } : failure);

const listed = ({ until, enteredLabel, enteredAt, ...it }: ListedCertificate) => ({ ...shown(it), holder: it.holder, unit: it.unit, level: it.level, levelLastDay: until === null ? null : lastDayOf(until), enteredBy: enteredLabel, enteredAt });

const deed = (it: Deed | null) => it && { user: it.by, name: it.label, at: it.at };

const explained = (told: ExplainedCertificate['told']) => {
  const [vi, en] = [levelInWords(told, words.vi), levelInWords(told, words.en)];
  return vi.map((text, index) => ({ vi: text, en: en[index] ?? text }));
};

const inFull = ({ on, certificate, told, cannotVerify }: ExplainedCertificate) => {
  const { until, enteredLabel: _, enteredAt: __, entered, verified, decisionRecorded, levels, ...it }: Omit<ShownCertificate, 'rules' | 'holderAccount'> = certificate;
  return {
    ...it,
    ...shown(it),
    on,
    levelLastDay: until === null ? null : lastDayOf(until),
    entered: deed(entered),
    verified: deed(verified),
    decisionRecorded: deed(decisionRecorded),
    levels: levels.map(({ to, ...level }) => ({ ...level, lastDay: lastDayOf(to) })),
    cannotVerify: cannotVerify && inBoth((say) => say.told('certificateProblems', cannotVerify)),
    explanation: explained(told),
  };
};

const pathOf = (field: string): string => (field === 'score' ? 'scores.overall' : ['listening', 'reading', 'speaking', 'writing'].includes(field) ? `scores.${field}` : field);

/** What plugins of the tenant ask for besides. */
const faultsOfGuards = ({ words: asked }: GuardRefused): Fault[] => asked.map((text) => ({ field: 'body', code: 'guard-refused', text: { vi: text.vi, en: text.en ?? text.vi } }));

/** What is wrong with an entry, at the fields of the request. */
const faultsOfEntry = (failure: { kind: string }): Fault[] | undefined => {
  if (failure.kind === 'guard-refused') return faultsOfGuards(failure as GuardRefused);
  if (failure.kind !== 'certificate-has-problems') return undefined;
  return (failure as EntryRefused).problems.map((it) => ({ field: `body.${pathOf(it.field)}`, code: it.kind, text: inBoth((say) => say.told('certificateProblems', it)) }));
};

export const certificateRoutes = tenantRoutes((app) => {
  app.openapi(listCertificatesRoute, async (c) => {
    const { after, limit, total, on, person, decided, enteredByMe, order, ...filter } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await listCertificates(c.var.ctx, {
      on,
      filter: { ...filter, person: person as PersonId | undefined, decided: decided === undefined ? undefined : decided === 'true', enteredByMe: enteredByMe === undefined ? undefined : enteredByMe === 'true' },
      after: (from.value?.id ?? null) as CertificateId | null,
      limit,
      total: total === 'true',
      oldestFirst: order === 'first-entered',
    });
    if (!page.ok) return refuse(c, page.failure);
    const { items, next, total: count } = page.value;
    return c.answer({ items: items.map(listed), next: writeCursor(next === null ? null : { id: next }), ...(count === null ? {} : { total: count }) }, 200);
  });
  app.openapi(declareCertificateRoute, async (c) => {
    const { person, ...entry } = c.req.valid('json');
    const declared = await once(c, { person, ...entry }, (ctx) => declareCertificate(ctx, { person: person as PersonId, entry }));
    if (!declared.ok) return refuse(c, declared.failure, faultsOfEntry(declared.failure));
    return c.answer(shown(declared.value), 201, { etag: etagOf(declared.value.version) });
  });
  app.openapi(previewCertificateRoute, async (c) => {
    const previewed = await previewCertificate(c.var.ctx, { entry: c.req.valid('json'), on: c.req.valid('query').on });
    if (!previewed.ok) return refuse(c, previewed.failure);
    const { on, problems, told } = previewed.value;
    const counted = told?.answer.because ?? null;
    const faults = problems.map((it) => ({ field: pathOf(it.field), text: inBoth((say) => say.told('certificateProblems', it)) }));
    return c.answer({ on, problems: faults, level: counted?.level ?? null, levelLastDay: counted && lastDayOf(counted.to), explanation: told === null ? [] : explained(told) }, 200);
  });
  app.openapi(listTargetsOfCertificateRoute, async (c) => {
    const found = await targetsOfCertificate(c.var.ctx, { certificate: c.req.valid('param').id as CertificateId, on: c.req.valid('query').on });
    return found.ok ? c.answer({ on: found.value.on, items: found.value.targets }, 200) : refuse(c, found.failure);
  });
  app.openapi(getCertificateRoute, async (c) => {
    const found = await getCertificate(c.var.ctx, { certificate: c.req.valid('param').id as CertificateId, on: c.req.valid('query').on });
    if (!found.ok) return refuse(c, found.failure);
    const answer = inFull(found.value);
    return c.answer(answer, 200, { etag: etagOf(answer.version, answer) });
  });
  app.openapi(correctCertificateRoute, async (c) => {
    const { why, ...entry } = c.req.valid('json');
    const version = versionOf(c.req.valid('header')['if-match']);
    const corrected = await correctCertificate(c.var.ctx, { certificate: c.req.valid('param').id as CertificateId, version, entry, why });
    if (!corrected.ok) return refuse(c, asShown(corrected.failure), faultsOfEntry(corrected.failure));
    const { certificate, ...rest } = corrected.value;
    return c.answer({ certificate: shown(certificate), ...rest }, 200, { etag: etagOf(certificate.version) });
  });
  app.openapi(setCertificateStateRoute, async (c) => {
    const { state, why } = c.req.valid('json');
    const version = versionOf(c.req.valid('header')['if-match']);
    const set = await setCertificateState(c.var.ctx, { certificate: c.req.valid('param').id as CertificateId, version, state, why });
    return set.ok ? c.answer(shown(set.value), 200, { etag: etagOf(set.value.version) }) : refuse(c, asShown(set.failure), set.failure.kind === 'guard-refused' ? faultsOfGuards(set.failure) : undefined);
  });
  app.openapi(recordDecisionRoute, async (c) => {
    const { lastDay, ...decision } = c.req.valid('json');
    const version = versionOf(c.req.valid('header')['if-match']);
    const recorded = await recordDecision(c.var.ctx, { certificate: c.req.valid('param').id as CertificateId, version, ...decision, validTo: openEnd(lastDay) });
    return recorded.ok ? c.answer(shown(recorded.value), 200, { etag: etagOf(recorded.value.version) }) : refuse(c, asShown(recorded.failure));
  });
  app.openapi(withdrawDecisionRoute, async (c) => {
    const version = versionOf(c.req.valid('header')['if-match']);
    const withdrawn = await withdrawDecision(c.var.ctx, { certificate: c.req.valid('param').id as CertificateId, version, why: c.req.valid('json').why });
    return withdrawn.ok ? c.answer(shown(withdrawn.value), 200, { etag: etagOf(withdrawn.value.version) }) : refuse(c, asShown(withdrawn.failure));
  });
});
