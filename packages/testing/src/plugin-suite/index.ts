export { describePlugin } from './describe-plugin.ts';
export { describePluginInTenants } from './describe-plugin-in-tenants.ts';
export { openFilePlace } from './file-place.ts';
export { type Answered, type AskedPlugin, askPlugin, type Asker } from './ask-plugin.ts';
