import { describePlugin } from '@saubac/testing/plugin-suite';

describePlugin(import.meta.dirname);
