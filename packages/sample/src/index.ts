export { genericProfile } from './generic-profile.ts';
export type { SampleProfile } from './profile.ts';
export { readProfile, type ProfileProblem } from './read-profile.ts';
export { sampleRoster, type SampleRequest, type SampleRoster } from './sample-roster.ts';
export { sampleReform, type SampleChange, type SampleReform } from './reform/sample-reform.ts';
