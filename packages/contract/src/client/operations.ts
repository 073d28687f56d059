// Written from the route definitions, of which it has only types at run time: npx vitest run --project unit packages/contract -u
import type * as audit from '../audit/index.ts';
import type * as certificates from '../certificates/index.ts';
import type * as evidence from '../evidence/index.ts';
import type * as figures from '../figures/index.ts';
import type * as me from '../me/index.ts';
import type * as plans from '../plans/index.ts';
import type * as rules from '../rules/index.ts';
import type * as units from '../units/index.ts';
import type * as users from '../users/index.ts';

/** The definition of each operation. */
export type Definitions = {
  changeGrant: typeof users.changeGrantRoute;
  changePlanDraft: typeof plans.changeDraftRoute;
  checkPlanDraft: typeof plans.checkDraftRoute;
  checkRule: typeof rules.checkRuleRoute;
  comparePlanDraft: typeof plans.compareDraftRoute;
  comparePlans: typeof plans.comparePlansRoute;
  correctCertificate: typeof certificates.correctCertificateRoute;
  countRule: typeof rules.countRuleRoute;
  createPlanDraft: typeof plans.createDraftRoute;
  declareCertificate: typeof certificates.declareCertificateRoute;
  dropPlanDraft: typeof plans.dropDraftRoute;
  endGrant: typeof users.endGrantRoute;
  explainPerson: typeof figures.explainRoute;
  getAuditEntry: typeof audit.getAuditEntryRoute;
  getCertificate: typeof certificates.getCertificateRoute;
  getPlan: typeof plans.getPlanRoute;
  getPlanDraft: typeof plans.getDraftRoute;
  getPlanFile: typeof plans.getPlanFileRoute;
  giveGrant: typeof users.giveGrantRoute;
  inviteUser: typeof users.inviteUserRoute;
  listAudit: typeof audit.listAuditRoute;
  listCertificates: typeof certificates.listCertificatesRoute;
  listEvidence: typeof evidence.listEvidenceRoute;
  listFacts: typeof rules.listFactsRoute;
  listPlanDrafts: typeof plans.listDraftsRoute;
  listPlans: typeof plans.listPlansRoute;
  listUnits: typeof units.listUnitsRoute;
  listUsers: typeof users.listUsersRoute;
  me: typeof me.meRoute;
  myReaders: typeof audit.myReadersRoute;
  peopleBehindTarget: typeof figures.peopleBehindRoute;
  personHistory: typeof audit.personHistoryRoute;
  personReaders: typeof audit.personReadersRoute;
  progress: typeof figures.progressRoute;
  putPlanDraftInForce: typeof plans.putDraftInForceRoute;
  recordDecision: typeof certificates.recordDecisionRoute;
  recordEvidence: typeof evidence.recordEvidenceRoute;
  removeUser: typeof users.removeUserRoute;
  sampleRule: typeof rules.sampleRuleRoute;
  setCertificateState: typeof certificates.setCertificateStateRoute;
  showUser: typeof users.showUserRoute;
  targetByUnit: typeof figures.progressByUnitRoute;
  withdrawDecision: typeof certificates.withdrawDecisionRoute;
  withdrawPlan: typeof plans.withdrawPlanRoute;
};

/** Method, path and statuses of each operation; those of refusals that every route may give are left out. */
export const operations = {
  changeGrant: ['PATCH', '/api/t/{tenant}/users/{id}/grants/{grant}', [200, 409, 422, 428]],
  changePlanDraft: ['PATCH', '/api/t/{tenant}/plan-drafts/{id}', [200, 409, 422, 428]],
  checkPlanDraft: ['GET', '/api/t/{tenant}/plan-drafts/{id}/problems', [200]],
  checkRule: ['POST', '/api/t/{tenant}/rules/check', [200]],
  comparePlanDraft: ['GET', '/api/t/{tenant}/plan-drafts/{id}/effect', [200]],
  comparePlans: ['GET', '/api/t/{tenant}/plans/{number}/changes', [200]],
  correctCertificate: ['PUT', '/api/t/{tenant}/certificates/{id}', [200, 409, 422, 428]],
  countRule: ['POST', '/api/t/{tenant}/rules/count', [200, 422]],
  createPlanDraft: ['POST', '/api/t/{tenant}/plan-drafts', [201, 422]],
  declareCertificate: ['POST', '/api/t/{tenant}/certificates', [201, 409, 422]],
  dropPlanDraft: ['DELETE', '/api/t/{tenant}/plan-drafts/{id}', [200, 409, 428]],
  endGrant: ['DELETE', '/api/t/{tenant}/users/{id}/grants/{grant}', [200, 409]],
  explainPerson: ['GET', '/api/t/{tenant}/targets/{target}/people/{person}/explanation', [200, 422]],
  getAuditEntry: ['GET', '/api/t/{tenant}/audit/{id}', [200]],
  getCertificate: ['GET', '/api/t/{tenant}/certificates/{id}', [200]],
  getPlan: ['GET', '/api/t/{tenant}/plans/{number}', [200]],
  getPlanDraft: ['GET', '/api/t/{tenant}/plan-drafts/{id}', [200]],
  getPlanFile: ['GET', '/api/t/{tenant}/plans/{number}/file', [200]],
  giveGrant: ['POST', '/api/t/{tenant}/users/{id}/grants', [200, 201, 409, 422]],
  inviteUser: ['POST', '/api/t/{tenant}/invitations', [201, 409, 422]],
  listAudit: ['GET', '/api/t/{tenant}/audit', [200]],
  listCertificates: ['GET', '/api/t/{tenant}/certificates', [200]],
  listEvidence: ['GET', '/api/t/{tenant}/evidence', [200]],
  listFacts: ['GET', '/api/t/{tenant}/facts', [200]],
  listPlanDrafts: ['GET', '/api/t/{tenant}/plan-drafts', [200]],
  listPlans: ['GET', '/api/t/{tenant}/plans', [200]],
  listUnits: ['GET', '/api/t/{tenant}/units', [200]],
  listUsers: ['GET', '/api/t/{tenant}/users', [200]],
  me: ['GET', '/api/t/{tenant}/me', [200]],
  myReaders: ['GET', '/api/t/{tenant}/me/readers', [200]],
  peopleBehindTarget: ['GET', '/api/t/{tenant}/targets/{target}/people', [200, 422]],
  personHistory: ['GET', '/api/t/{tenant}/people/{id}/history', [200]],
  personReaders: ['GET', '/api/t/{tenant}/people/{id}/readers', [200]],
  progress: ['GET', '/api/t/{tenant}/progress', [200]],
  putPlanDraftInForce: ['POST', '/api/t/{tenant}/plan-drafts/{id}/put-in-force', [200, 409, 422, 428]],
  recordDecision: ['PUT', '/api/t/{tenant}/certificates/{id}/decision', [200, 409, 422, 428]],
  recordEvidence: ['POST', '/api/t/{tenant}/evidence', [200, 201, 422]],
  removeUser: ['DELETE', '/api/t/{tenant}/users/{id}', [200, 409]],
  sampleRule: ['POST', '/api/t/{tenant}/rules/sample', [200, 422]],
  setCertificateState: ['PUT', '/api/t/{tenant}/certificates/{id}/state', [200, 409, 422, 428]],
  showUser: ['GET', '/api/t/{tenant}/users/{id}', [200]],
  targetByUnit: ['GET', '/api/t/{tenant}/targets/{target}/units', [200, 422]],
  withdrawDecision: ['POST', '/api/t/{tenant}/certificates/{id}/decision/withdrawal', [200, 409, 422, 428]],
  withdrawPlan: ['POST', '/api/t/{tenant}/plans/{number}/withdraw', [200, 409]],
} as const;
