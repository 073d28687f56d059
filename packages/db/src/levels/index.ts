export { rewriteCertificateLevels, type RewrittenLevels } from './certificate-levels.ts';
export { certificateById, certificatePages, certificatesOf, saveCertificateState, saveDecision } from './certificates.ts';
export { languageCodes, languageNames, levelReference, levelRules, type LevelReference, type LevelRules } from './level-rules.ts';
export { saveSettings, settingsInForce } from './settings.ts';
