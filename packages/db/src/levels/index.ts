export { rewriteCertificateLevels, type RewrittenLevels } from './certificate-levels.ts';
export { findIssuer, type HeldCertificate, type Holder, lockCertificate, lockHolder } from './certificate-desk.ts';
export { type CertificateFilter, type Deed, listCertificates, type ListedCertificate, showCertificate, type ShownCertificate } from './certificate-register.ts';
export {
  type By, certificateInState, correctedCertificate, dropDecision, insertCertificate, isSameCertificate, levelsOf, putDecision, raisedCertificate,
} from './certificate-writes.ts';
export { certificateById, certificatePages, certificatesOf } from './certificates.ts';
export { type LevelChange, type LevelChangeCursor, type LevelChanges, levelChangesPage, type LevelMove, sumLevelChanges } from './level-changes.ts';
export { takeLevels } from './level-head.ts';
export { languageCodes, languageNames, levelReference, levelRules, levelRulesAt, type LevelReference, type LevelRules } from './level-rules.ts';
export { findLevelChanges, rehearseSettings } from './rehearse-settings.ts';
export { saveSettings, settingsAndVersion, settingsInForce } from './settings.ts';
export { issuerByCode, issuerById, issuers, type KeptIssuer, type KeptRow, type PeopleChanged, peopleChangedByAdoption, settingsRow, settingsRows } from './settings-rows.ts';
