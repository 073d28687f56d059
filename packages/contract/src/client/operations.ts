// Written from the route definitions: npx vitest run --project unit packages/contract -u
// Written from the route definitions, of which it has only types at run time: npx vitest run --project unit packages/contract -u
import type * as account from '../account/index.ts';
import type * as audit from '../audit/index.ts';
import type * as catalogues from '../catalogues/index.ts';
import type * as certificates from '../certificates/index.ts';
import type * as closes from '../closes/index.ts';
import type * as equivalence from '../equivalence/index.ts';
import type * as evidence from '../evidence/index.ts';
import type * as exports from '../exports/index.ts';
import type * as figures from '../figures/index.ts';
import type * as files from '../files/index.ts';
import type * as imports from '../imports/index.ts';
import type * as layouts from '../layouts/index.ts';
import type * as me from '../me/index.ts';
import type * as people from '../people/index.ts';
import type * as plans from '../plans/index.ts';
import type * as posts from '../posts/index.ts';
import type * as reference from '../reference/index.ts';
import type * as rememberedNames from '../remembered-names/index.ts';
import type * as rules from '../rules/index.ts';
import type * as signIn from '../sign-in/index.ts';
import type * as standards from '../standards/index.ts';
import type * as tenants from '../tenants/index.ts';
import type * as twins from '../twins/index.ts';
import type * as unitChanges from '../unit-changes/index.ts';
import type * as units from '../units/index.ts';
import type * as users from '../users/index.ts';

/** The definition of each operation. */
export type Definitions = {
  acceptInvitation: typeof signIn.acceptInvitationRoute;
  addAdoption: typeof catalogues.addAdoptionRoute;
  addEvidenceFile: typeof files.addEvidenceFileRoute;
  addIssuer: typeof catalogues.addIssuerRoute;
  addLicence: typeof catalogues.addLicenceRoute;
  addSpecialisedProof: typeof catalogues.addSpecialisedProofRoute;
  addValidityRule: typeof catalogues.addValidityRuleRoute;
  adoptEquivalence: typeof equivalence.adoptEquivalenceRoute;
  approveClose: typeof closes.approveCloseRoute;
  askForReset: typeof signIn.askForResetRoute;
  beginSecondFactor: typeof account.beginSecondFactorRoute;
  cancelClose: typeof closes.cancelCloseRoute;
  cancelExport: typeof exports.cancelExportRoute;
  cancelImport: typeof imports.cancelImportRoute;
  cancelUnitChange: typeof unitChanges.cancelUnitChangeRoute;
  changeAccount: typeof account.changeAccountRoute;
  changeAssignment: typeof people.changeAssignmentRoute;
  changeGrant: typeof users.changeGrantRoute;
  changePassword: typeof account.changePasswordRoute;
  changePlanDraft: typeof plans.changeDraftRoute;
  changeSignInSettings: typeof signIn.changeSignInSettingsRoute;
  changedPeople: typeof closes.changedPeopleRoute;
  checkPlanDraft: typeof plans.checkDraftRoute;
  checkRule: typeof rules.checkRuleRoute;
  closeByUnit: typeof closes.closeByUnitRoute;
  closeFigures: typeof closes.closeFiguresRoute;
  commitImport: typeof imports.commitImportRoute;
  commitUnitChange: typeof unitChanges.commitUnitChangeRoute;
  compareCloses: typeof closes.compareClosesRoute;
  comparePlanDraft: typeof plans.compareDraftRoute;
  comparePlans: typeof plans.comparePlansRoute;
  completeReset: typeof signIn.completeResetRoute;
  confirmImportLayout: typeof imports.confirmImportLayoutRoute;
  confirmMerge: typeof twins.confirmMergeRoute;
  confirmSecondFactor: typeof account.confirmSecondFactorRoute;
  correctCertificate: typeof certificates.correctCertificateRoute;
  countImportRefusals: typeof imports.countImportRefusalsRoute;
  countRule: typeof rules.countRuleRoute;
  createPerson: typeof people.createPersonRoute;
  createPlanDraft: typeof plans.createDraftRoute;
  declareCertificate: typeof certificates.declareCertificateRoute;
  deleteLayout: typeof layouts.deleteLayoutRoute;
  dismissTwins: typeof twins.dismissTwinsRoute;
  downloadEvidenceFile: typeof files.downloadEvidenceFileRoute;
  downloadExport: typeof exports.downloadExportRoute;
  dropPlanDraft: typeof plans.dropDraftRoute;
  dropUnitChange: typeof unitChanges.dropUnitChangeRoute;
  editImport: typeof imports.editImportRoute;
  endAdoption: typeof catalogues.endAdoptionRoute;
  endAssignment: typeof people.endAssignmentRoute;
  endGrant: typeof users.endGrantRoute;
  endLicence: typeof catalogues.endLicenceRoute;
  endOtherSessions: typeof account.endOtherSessionsRoute;
  endSession: typeof account.endSessionRoute;
  endSpecialisedProof: typeof catalogues.endSpecialisedProofRoute;
  endValidityRule: typeof catalogues.endValidityRuleRoute;
  explainInClose: typeof closes.explainInCloseRoute;
  explainPerson: typeof figures.explainRoute;
  forgetRememberedName: typeof rememberedNames.forgetRememberedNameRoute;
  getAuditEntry: typeof audit.getAuditEntryRoute;
  getCertificate: typeof certificates.getCertificateRoute;
  getClose: typeof closes.getCloseRoute;
  getExport: typeof exports.getExportRoute;
  getImport: typeof imports.getImportRoute;
  getImportLayout: typeof imports.getImportLayoutRoute;
  getLayout: typeof layouts.getLayoutRoute;
  getMerge: typeof twins.getMergeRoute;
  getOwnFile: typeof people.getOwnFileRoute;
  getPerson: typeof people.getPersonRoute;
  getPlan: typeof plans.getPlanRoute;
  getPlanDraft: typeof plans.getDraftRoute;
  getPlanFile: typeof plans.getPlanFileRoute;
  getPost: typeof posts.getPostRoute;
  getSettings: typeof catalogues.getSettingsRoute;
  getUnit: typeof units.getUnitRoute;
  getUnitChange: typeof unitChanges.getUnitChangeRoute;
  giveGrant: typeof users.giveGrantRoute;
  importColumns: typeof imports.importColumnsRoute;
  importTemplate: typeof imports.importTemplateRoute;
  inviteUser: typeof users.inviteUserRoute;
  linkUser: typeof people.linkUserRoute;
  listAdoptions: typeof catalogues.listAdoptionsRoute;
  listAudit: typeof audit.listAuditRoute;
  listCertificateTypes: typeof catalogues.certificateCatalogueRoute;
  listCertificates: typeof certificates.listCertificatesRoute;
  listCloses: typeof closes.listClosesRoute;
  listElsewhere: typeof twins.listElsewhereRoute;
  listEquivalenceTables: typeof catalogues.listEquivalenceTablesRoute;
  listEvidence: typeof evidence.listEvidenceRoute;
  listEvidenceFiles: typeof files.listEvidenceFilesRoute;
  listExports: typeof exports.listExportsRoute;
  listFacts: typeof rules.listFactsRoute;
  listImportChanges: typeof imports.listImportChangesRoute;
  listImportEdits: typeof imports.listImportEditsRoute;
  listImportMends: typeof imports.listImportMendsRoute;
  listImportRefusals: typeof imports.listImportRefusalsRoute;
  listImportRows: typeof imports.listImportRowsRoute;
  listImportUndoSubjects: typeof imports.listImportUndoRoute;
  listImports: typeof imports.listImportsRoute;
  listIssuers: typeof catalogues.listIssuersRoute;
  listLayouts: typeof layouts.listLayoutsRoute;
  listMerges: typeof twins.listMergesRoute;
  listPeople: typeof people.listPeopleRoute;
  listPlanDrafts: typeof plans.listDraftsRoute;
  listPlans: typeof plans.listPlansRoute;
  listPosts: typeof posts.listPostsRoute;
  listRefusedValues: typeof imports.listRefusedValuesRoute;
  listRememberedNames: typeof rememberedNames.listRememberedNamesRoute;
  listSessions: typeof account.listSessionsRoute;
  listSpecialisedProofs: typeof catalogues.listSpecialisedProofsRoute;
  listStandardGaps: typeof standards.listStandardGapsRoute;
  listTenants: typeof tenants.listTenantsRoute;
  listTwins: typeof twins.listTwinsRoute;
  listUnitChangeFindings: typeof unitChanges.listUnitChangeFindingsRoute;
  listUnitChanges: typeof unitChanges.listUnitChangesRoute;
  listUnits: typeof units.listUnitsRoute;
  listUsers: typeof users.listUsersRoute;
  listValidityRules: typeof catalogues.listValidityRulesRoute;
  me: typeof me.meRoute;
  myReaders: typeof audit.myReadersRoute;
  orderExport: typeof exports.orderExportRoute;
  passSecondFactor: typeof signIn.passSecondFactorRoute;
  peopleBehindClose: typeof closes.peopleBehindCloseRoute;
  peopleBehindTarget: typeof figures.peopleBehindRoute;
  personHistory: typeof audit.personHistoryRoute;
  personReaders: typeof audit.personReadersRoute;
  prepareUnitChange: typeof unitChanges.prepareUnitChangeRoute;
  prepareUnitChangeFromFile: typeof unitChanges.prepareUnitChangeFileRoute;
  previewClose: typeof closes.previewCloseRoute;
  previewImportUndo: typeof imports.previewImportUndoRoute;
  previewMerge: typeof twins.previewMergeRoute;
  previewUnitChange: typeof unitChanges.previewUnitChangeRoute;
  progress: typeof figures.progressRoute;
  proposeMerge: typeof twins.proposeMergeRoute;
  putPlanDraftInForce: typeof plans.putDraftInForceRoute;
  putSettings: typeof catalogues.putSettingsRoute;
  recheckImport: typeof imports.recheckImportRoute;
  recordDecision: typeof certificates.recordDecisionRoute;
  recordEvidence: typeof evidence.recordEvidenceRoute;
  reference: typeof reference.referenceRoute;
  refusedRowsFile: typeof imports.refusedRowsFileRoute;
  removeAdoption: typeof catalogues.removeAdoptionRoute;
  removeEvidenceFile: typeof files.removeEvidenceFileRoute;
  removeLicence: typeof catalogues.removeLicenceRoute;
  removeSecondFactor: typeof account.removeSecondFactorRoute;
  removeSpecialisedProof: typeof catalogues.removeSpecialisedProofRoute;
  removeUser: typeof users.removeUserRoute;
  removeValidityRule: typeof catalogues.removeValidityRuleRoute;
  renameIssuer: typeof catalogues.renameIssuerRoute;
  renameLayout: typeof layouts.renameLayoutRoute;
  renewRecoveryCodes: typeof account.renewRecoveryCodesRoute;
  requiredOf: typeof standards.requiredOfRoute;
  rewriteUnitChange: typeof unitChanges.rewriteUnitChangeRoute;
  sampleRule: typeof rules.sampleRuleRoute;
  searchUnits: typeof units.searchUnitsRoute;
  setAcrossProvinces: typeof twins.setAcrossProvincesRoute;
  setCertificateState: typeof certificates.setCertificateStateRoute;
  setPlannedPost: typeof people.setPlannedPostRoute;
  setRememberedName: typeof rememberedNames.setRememberedNameRoute;
  setTrainingListing: typeof people.setTrainingListingRoute;
  showAccount: typeof account.showAccountRoute;
  showSignInSettings: typeof signIn.showSignInSettingsRoute;
  showUser: typeof users.showUserRoute;
  signIn: typeof signIn.signInRoute;
  signOut: typeof signIn.signOutRoute;
  simulateEquivalence: typeof equivalence.simulateEquivalenceRoute;
  standards: typeof standards.standardsRoute;
  startAssignment: typeof people.startAssignmentRoute;
  startClose: typeof closes.startCloseRoute;
  startImport: typeof imports.startImportRoute;
  targetByUnit: typeof figures.progressByUnitRoute;
  targetTrend: typeof closes.targetTrendRoute;
  undoImport: typeof imports.undoImportRoute;
  unitChangeTemplate: typeof unitChanges.unitChangeTemplateRoute;
  unitTree: typeof units.unitTreeRoute;
  unmerge: typeof twins.unmergeRoute;
  updatePerson: typeof people.updatePersonRoute;
  watchImport: typeof imports.watchImportRoute;
  withdrawDecision: typeof certificates.withdrawDecisionRoute;
  withdrawImportEdits: typeof imports.withdrawImportEditsRoute;
  withdrawMerge: typeof twins.withdrawMergeRoute;
  withdrawPlan: typeof plans.withdrawPlanRoute;
  withdrawUnitChange: typeof unitChanges.withdrawUnitChangeRoute;
};

/** Method, path and statuses of each operation; those of refusals that every route may give are left out. */
export const operations = {
  acceptInvitation: ['POST', '/api/platform/invitations/accept', [200, 410, 422]],
  addAdoption: ['POST', '/api/t/{tenant}/adoptions', [200, 201, 409, 422]],
  addEvidenceFile: ['POST', '/api/t/{tenant}/certificates/{id}/files', [201, 409, 422]],
  addIssuer: ['POST', '/api/t/{tenant}/issuers', [201, 409, 422]],
  addLicence: ['POST', '/api/t/{tenant}/issuers/{id}/licences', [200, 201, 409, 422]],
  addSpecialisedProof: ['POST', '/api/t/{tenant}/specialised-proofs', [200, 201, 409, 422]],
  addValidityRule: ['POST', '/api/t/{tenant}/validity-rules', [200, 201, 409, 422]],
  adoptEquivalence: ['POST', '/api/t/{tenant}/equivalence/adoptions', [201, 409, 422]],
  approveClose: ['POST', '/api/t/{tenant}/closes/{id}/approve', [202, 409, 428]],
  askForReset: ['POST', '/api/platform/password-resets', [202]],
  auditChoices: ['GET', '/api/t/{tenant}/audit-choices', [200]],
  beginSecondFactor: ['POST', '/api/platform/me/second-factor', [200, 409, 422]],
  cancelClose: ['POST', '/api/t/{tenant}/closes/{id}/cancel', [200, 409]],
  cancelExport: ['POST', '/api/t/{tenant}/exports/{id}/cancel', [200, 409]],
  cancelImport: ['POST', '/api/t/{tenant}/imports/{id}/cancel', [200, 409]],
  cancelUnitChange: ['POST', '/api/t/{tenant}/unit-changes/{id}/cancel', [200]],
  changeAccount: ['PATCH', '/api/platform/me', [200, 409, 422, 428]],
  changeAssignment: ['PATCH', '/api/t/{tenant}/people/{id}/assignments/{assignment}', [200, 409, 422, 428]],
  changeGrant: ['PATCH', '/api/t/{tenant}/users/{id}/grants/{grant}', [200, 409, 422, 428]],
  changePassword: ['POST', '/api/platform/me/password', [200, 422]],
  changePlanDraft: ['PATCH', '/api/t/{tenant}/plan-drafts/{id}', [200, 409, 422, 428]],
  changeSignInSettings: ['PUT', '/api/t/{tenant}/sign-in-settings', [200, 409, 422, 428]],
  changedPeople: ['GET', '/api/t/{tenant}/closes/{id}/compare/{other}/targets/{target}/people', [200, 409, 422]],
  checkAudit: ['POST', '/api/t/{tenant}/audit-checks', [200]],
  checkPlanDraft: ['GET', '/api/t/{tenant}/plan-drafts/{id}/problems', [200]],
  checkRule: ['POST', '/api/t/{tenant}/rules/check', [200]],
  closeByUnit: ['GET', '/api/t/{tenant}/closes/{id}/targets/{target}/units', [200, 409, 422]],
  closeFigures: ['GET', '/api/t/{tenant}/closes/{id}/figures', [200, 409]],
  commitImport: ['POST', '/api/t/{tenant}/imports/{id}/commit', [202, 409, 428]],
  commitUnitChange: ['POST', '/api/t/{tenant}/unit-changes/{id}/commit', [200, 409, 428]],
  compareCloses: ['GET', '/api/t/{tenant}/closes/{id}/compare/{other}', [200, 409]],
  comparePlanDraft: ['GET', '/api/t/{tenant}/plan-drafts/{id}/effect', [200]],
  comparePlans: ['GET', '/api/t/{tenant}/plans/{number}/changes', [200]],
  completeReset: ['POST', '/api/platform/password-resets/complete', [200, 410, 422]],
  confirmImportLayout: ['PUT', '/api/t/{tenant}/imports/{id}/layout', [202, 409, 422, 428]],
  confirmMerge: ['POST', '/api/t/{tenant}/merges/{id}/confirmation', [200, 409, 422, 428]],
  confirmSecondFactor: ['POST', '/api/platform/me/second-factor/confirm', [200, 409, 422]],
  correctCertificate: ['PUT', '/api/t/{tenant}/certificates/{id}', [200, 409, 422, 428]],
  countImportRefusals: ['GET', '/api/t/{tenant}/imports/{id}/refusal-kinds', [200]],
  countRule: ['POST', '/api/t/{tenant}/rules/count', [200, 422]],
  createPerson: ['POST', '/api/t/{tenant}/people', [201, 409, 422]],
  createPlanDraft: ['POST', '/api/t/{tenant}/plan-drafts', [201, 422]],
  declareCertificate: ['POST', '/api/t/{tenant}/certificates', [201, 409, 422]],
  deleteLayout: ['DELETE', '/api/t/{tenant}/import-layouts/{id}', [204, 409, 428]],
  dismissTwins: ['POST', '/api/t/{tenant}/twins/dismissals', [201, 422]],
  downloadEvidenceFile: ['GET', '/api/t/{tenant}/files/{id}', [200]],
  downloadExport: ['GET', '/api/t/{tenant}/exports/{id}/file', [200, 410]],
  dropPlanDraft: ['DELETE', '/api/t/{tenant}/plan-drafts/{id}', [200, 409, 428]],
  dropUnitChange: ['DELETE', '/api/t/{tenant}/unit-changes/{id}', [200, 409, 428]],
  editImport: ['POST', '/api/t/{tenant}/imports/{id}/edits', [200, 409, 422, 428]],
  endAdoption: ['PATCH', '/api/t/{tenant}/adoptions/{id}', [200, 409, 422, 428]],
  endAssignment: ['POST', '/api/t/{tenant}/people/{id}/assignments/{assignment}/end', [200, 409, 422, 428]],
  endGrant: ['DELETE', '/api/t/{tenant}/users/{id}/grants/{grant}', [200, 409]],
  endLicence: ['PATCH', '/api/t/{tenant}/licences/{id}', [200, 409, 422, 428]],
  endOtherSessions: ['DELETE', '/api/platform/me/sessions', [200]],
  endSession: ['DELETE', '/api/platform/me/sessions/{id}', [204]],
  endSpecialisedProof: ['PATCH', '/api/t/{tenant}/specialised-proofs/{id}', [200, 409, 422, 428]],
  endUserSessions: ['POST', '/api/t/{tenant}/users/{id}/sessions/end', [200, 409]],
  endValidityRule: ['PATCH', '/api/t/{tenant}/validity-rules/{id}', [200, 409, 422, 428]],
  explainInClose: ['GET', '/api/t/{tenant}/closes/{id}/targets/{target}/people/{person}/explanation', [200, 409, 422]],
  explainPerson: ['GET', '/api/t/{tenant}/targets/{target}/people/{person}/explanation', [200, 422]],
  forgetRememberedName: ['DELETE', '/api/t/{tenant}/remembered-names/{id}', [200]],
  getAuditEntry: ['GET', '/api/t/{tenant}/audit/{id}', [200]],
  getCertificate: ['GET', '/api/t/{tenant}/certificates/{id}', [200]],
  getClose: ['GET', '/api/t/{tenant}/closes/{id}', [200]],
  getExport: ['GET', '/api/t/{tenant}/exports/{id}', [200]],
  getImport: ['GET', '/api/t/{tenant}/imports/{id}', [200]],
  getImportLayout: ['GET', '/api/t/{tenant}/imports/{id}/layout', [200]],
  getLayout: ['GET', '/api/t/{tenant}/import-layouts/{id}', [200]],
  getMerge: ['GET', '/api/t/{tenant}/merges/{id}', [200]],
  getOwnFile: ['GET', '/api/t/{tenant}/me/file', [200]],
  getPerson: ['GET', '/api/t/{tenant}/people/{id}', [200, 410]],
  getPlan: ['GET', '/api/t/{tenant}/plans/{number}', [200]],
  getPlanDraft: ['GET', '/api/t/{tenant}/plan-drafts/{id}', [200]],
  getPlanFile: ['GET', '/api/t/{tenant}/plans/{number}/file', [200]],
  getPost: ['GET', '/api/t/{tenant}/posts/{post}', [200]],
  getSettings: ['GET', '/api/t/{tenant}/settings', [200]],
  getUnit: ['GET', '/api/t/{tenant}/units/{unit}', [200]],
  getUnitChange: ['GET', '/api/t/{tenant}/unit-changes/{id}', [200]],
  giveGrant: ['POST', '/api/t/{tenant}/users/{id}/grants', [200, 201, 409, 422]],
  importColumns: ['GET', '/api/t/{tenant}/import-columns', [200]],
  importTemplate: ['GET', '/api/t/{tenant}/import-template', [200]],
  inviteUser: ['POST', '/api/t/{tenant}/invitations', [201, 409, 422]],
  lastAuditCheck: ['GET', '/api/t/{tenant}/audit-checks/last', [200]],
  linkUser: ['PUT', '/api/t/{tenant}/people/{id}/account', [200, 409, 422, 428]],
  listAdoptions: ['GET', '/api/t/{tenant}/adoptions', [200]],
  listAudit: ['GET', '/api/t/{tenant}/audit', [200]],
  listCertificateTypes: ['GET', '/api/t/{tenant}/certificate-types', [200]],
  listCertificates: ['GET', '/api/t/{tenant}/certificates', [200]],
  listCloses: ['GET', '/api/t/{tenant}/closes', [200]],
  listElsewhere: ['GET', '/api/t/{tenant}/twins/elsewhere', [200]],
  listEquivalenceTables: ['GET', '/api/t/{tenant}/equivalence-tables', [200]],
  listEvidence: ['GET', '/api/t/{tenant}/evidence', [200]],
  listEvidenceFiles: ['GET', '/api/t/{tenant}/certificates/{id}/files', [200]],
  listExports: ['GET', '/api/t/{tenant}/exports', [200]],
  listFacts: ['GET', '/api/t/{tenant}/facts', [200]],
  listImportChanges: ['GET', '/api/t/{tenant}/imports/{id}/changes', [200]],
  listImportEdits: ['GET', '/api/t/{tenant}/imports/{id}/edits', [200]],
  listImportMends: ['GET', '/api/t/{tenant}/imports/{id}/mends', [200]],
  listImportRefusals: ['GET', '/api/t/{tenant}/imports/{id}/refusals', [200]],
  listImportRows: ['GET', '/api/t/{tenant}/imports/{id}/rows', [200]],
  listImportUndoSubjects: ['GET', '/api/t/{tenant}/imports/{id}/undo/subjects', [200, 409]],
  listImports: ['GET', '/api/t/{tenant}/imports', [200]],
  listIssuers: ['GET', '/api/t/{tenant}/issuers', [200]],
  listLayouts: ['GET', '/api/t/{tenant}/import-layouts', [200]],
  listMerges: ['GET', '/api/t/{tenant}/merges', [200]],
  listPeople: ['GET', '/api/t/{tenant}/people', [200]],
  listPlanDrafts: ['GET', '/api/t/{tenant}/plan-drafts', [200]],
  listPlans: ['GET', '/api/t/{tenant}/plans', [200]],
  listPosts: ['GET', '/api/t/{tenant}/posts', [200]],
  listRefusedValues: ['GET', '/api/t/{tenant}/imports/{id}/refused-values', [200]],
  listRememberedNames: ['GET', '/api/t/{tenant}/remembered-names', [200]],
  listRoles: ['GET', '/api/t/{tenant}/roles', [200]],
  listSessions: ['GET', '/api/platform/me/sessions', [200]],
  listSpecialisedProofs: ['GET', '/api/t/{tenant}/specialised-proofs', [200]],
  listStandardGaps: ['GET', '/api/t/{tenant}/standards/gaps', [200]],
  listTargetsOfCertificate: ['GET', '/api/t/{tenant}/certificates/{id}/targets', [200]],
  listTenants: ['GET', '/api/platform/tenants', [200]],
  listTwins: ['GET', '/api/t/{tenant}/twins', [200]],
  listUnitChangeFindings: ['GET', '/api/t/{tenant}/unit-changes/{id}/findings', [200]],
  listUnitChangeMoves: ['GET', '/api/t/{tenant}/unit-changes/{id}/moves', [200]],
  listUnitChanges: ['GET', '/api/t/{tenant}/unit-changes', [200]],
  listUnits: ['GET', '/api/t/{tenant}/units', [200]],
  listUsers: ['GET', '/api/t/{tenant}/users', [200]],
  listValidityRules: ['GET', '/api/t/{tenant}/validity-rules', [200]],
  me: ['GET', '/api/t/{tenant}/me', [200]],
  myReaders: ['GET', '/api/t/{tenant}/me/readers', [200]],
  orderExport: ['POST', '/api/t/{tenant}/exports', [201, 422]],
  passSecondFactor: ['POST', '/api/platform/sign-in/second-factor', [200, 409, 422]],
  peopleBehindClose: ['GET', '/api/t/{tenant}/closes/{id}/targets/{target}/people', [200, 409, 422]],
  peopleBehindTarget: ['GET', '/api/t/{tenant}/targets/{target}/people', [200, 422]],
  personHistory: ['GET', '/api/t/{tenant}/people/{id}/history', [200]],
  personReaders: ['GET', '/api/t/{tenant}/people/{id}/readers', [200]],
  prepareUnitChange: ['POST', '/api/t/{tenant}/unit-changes', [201, 422]],
  prepareUnitChangeFromFile: ['POST', '/api/t/{tenant}/unit-change-files', [201, 422]],
  previewCertificate: ['POST', '/api/t/{tenant}/certificates/previews', [200]],
  previewClose: ['GET', '/api/t/{tenant}/closes/preview', [200, 422]],
  previewImportUndo: ['GET', '/api/t/{tenant}/imports/{id}/undo', [200, 409]],
  previewMerge: ['POST', '/api/t/{tenant}/merges/previews', [200, 422]],
  previewUnitChange: ['POST', '/api/t/{tenant}/unit-changes/{id}/preview', [200, 409]],
  progress: ['GET', '/api/t/{tenant}/progress', [200]],
  proposeMerge: ['POST', '/api/t/{tenant}/merges', [201, 409, 422]],
  putPlanDraftInForce: ['POST', '/api/t/{tenant}/plan-drafts/{id}/put-in-force', [200, 409, 422, 428]],
  putSettings: ['PUT', '/api/t/{tenant}/settings', [200, 409, 422, 428]],
  recheckImport: ['POST', '/api/t/{tenant}/imports/{id}/check', [202, 409, 428]],
  recordDecision: ['PUT', '/api/t/{tenant}/certificates/{id}/decision', [200, 409, 422, 428]],
  recordEvidence: ['POST', '/api/t/{tenant}/evidence', [200, 201, 422]],
  reference: ['GET', '/api/t/{tenant}/reference', [200]],
  refusedRowsFile: ['GET', '/api/t/{tenant}/imports/{id}/refused-rows.xlsx', [200, 409]],
  removeAdoption: ['POST', '/api/t/{tenant}/adoptions/{id}/removal', [200, 409, 422, 428]],
  removeEvidenceFile: ['DELETE', '/api/t/{tenant}/files/{id}', [204, 409]],
  removeLicence: ['POST', '/api/t/{tenant}/licences/{id}/removal', [200, 409, 422, 428]],
  removeSecondFactor: ['POST', '/api/platform/me/second-factor/remove', [204, 409, 422]],
  removeSpecialisedProof: ['POST', '/api/t/{tenant}/specialised-proofs/{id}/removal', [200, 409, 422, 428]],
  removeUser: ['DELETE', '/api/t/{tenant}/users/{id}', [200, 409]],
  removeValidityRule: ['POST', '/api/t/{tenant}/validity-rules/{id}/removal', [200, 409, 422, 428]],
  renameIssuer: ['PATCH', '/api/t/{tenant}/issuers/{id}', [200, 409, 422, 428]],
  renameLayout: ['PATCH', '/api/t/{tenant}/import-layouts/{id}', [200, 409, 428]],
  renewRecoveryCodes: ['POST', '/api/platform/me/second-factor/recovery-codes', [200, 409, 422]],
  requiredOf: ['GET', '/api/t/{tenant}/people/{id}/requirements', [200]],
  resetUserSecondFactor: ['POST', '/api/t/{tenant}/users/{id}/second-factor/removal', [204, 409]],
  rewriteUnitChange: ['PUT', '/api/t/{tenant}/unit-changes/{id}', [200, 409, 422, 428]],
  sampleRule: ['POST', '/api/t/{tenant}/rules/sample', [200, 422]],
  searchUnits: ['GET', '/api/t/{tenant}/unit-search', [200]],
  sendUnitChangeBack: ['POST', '/api/t/{tenant}/unit-changes/{id}/send-back', [200, 409, 428]],
  setAcrossProvinces: ['PUT', '/api/t/{tenant}/twins/elsewhere/participation', [200]],
  setCertificateState: ['PUT', '/api/t/{tenant}/certificates/{id}/state', [200, 409, 422, 428]],
  setPlannedPost: ['PUT', '/api/t/{tenant}/people/{id}/planned-post', [200, 409, 422, 428]],
  setRememberedName: ['POST', '/api/t/{tenant}/remembered-names', [201, 422]],
  setTrainingListing: ['PUT', '/api/t/{tenant}/people/{id}/training-list', [200, 409, 422, 428]],
  showAccount: ['GET', '/api/platform/me', [200]],
  showSignInSettings: ['GET', '/api/t/{tenant}/sign-in-settings', [200]],
  showUser: ['GET', '/api/t/{tenant}/users/{id}', [200]],
  signIn: ['POST', '/api/platform/sign-in', [200]],
  signOut: ['POST', '/api/platform/sign-out', [204]],
  simulateEquivalence: ['POST', '/api/t/{tenant}/equivalence/simulations', [200, 422]],
  standards: ['GET', '/api/t/{tenant}/standards', [200]],
  startAssignment: ['POST', '/api/t/{tenant}/people/{id}/assignments', [201, 409, 422, 428]],
  startClose: ['POST', '/api/t/{tenant}/closes', [201, 409, 422]],
  startImport: ['POST', '/api/t/{tenant}/imports', [201, 422]],
  targetByUnit: ['GET', '/api/t/{tenant}/targets/{target}/units', [200, 422]],
  targetTrend: ['GET', '/api/t/{tenant}/targets/{target}/trend', [200, 422]],
  undoImport: ['POST', '/api/t/{tenant}/imports/{id}/undo', [202, 409, 428]],
  unitChangeTemplate: ['GET', '/api/t/{tenant}/unit-change-template', [200]],
  unitDays: ['GET', '/api/t/{tenant}/unit-days', [200]],
  unitTree: ['GET', '/api/t/{tenant}/unit-tree', [200]],
  unmerge: ['POST', '/api/t/{tenant}/merges/{id}/undoing', [200, 409]],
  updatePerson: ['PATCH', '/api/t/{tenant}/people/{id}', [200, 409, 422, 428]],
  watchImport: ['GET', '/api/t/{tenant}/imports/{id}/events', [200]],
  withdrawDecision: ['POST', '/api/t/{tenant}/certificates/{id}/decision/withdrawal', [200, 409, 422, 428]],
  withdrawImportEdits: ['POST', '/api/t/{tenant}/imports/{id}/edits/withdraw', [200, 409, 428]],
  withdrawMerge: ['POST', '/api/t/{tenant}/merges/{id}/withdrawal', [200, 409, 428]],
  withdrawPlan: ['POST', '/api/t/{tenant}/plans/{number}/withdraw', [200, 409]],
  withdrawUnitChange: ['POST', '/api/t/{tenant}/unit-changes/{id}/withdraw', [200, 409]],
} as const;
