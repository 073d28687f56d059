export { applySettings, type AppliedSettings, type ApplySettingsFailure, readSettings } from './apply-settings.ts';
export { type ExplainedLevel, explainLevel, type LevelNames, type LevelOfPerson } from './explain-level.ts';
export { levelInWords } from './level-in-words.ts';
export { type DecisionInput, recordDecision, type RecordDecisionFailure } from './record-decision.ts';
export { setCertificateState, type SetStateFailure } from './set-certificate-state.ts';
export { showSettings } from './show-settings.ts';
