import { describePluginInTenants } from '@saubac/testing/plugin-suite';

describePluginInTenants(import.meta.dirname);
