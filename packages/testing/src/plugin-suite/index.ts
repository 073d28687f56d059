export { describePlugin } from './describe-plugin.ts';
export { describePluginInTenants } from './describe-plugin-in-tenants.ts';
