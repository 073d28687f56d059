import type { Cluster } from '@saubac/db/cluster';
import type { Result } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { FileStore } from '@saubac/services/files';
import type { Refusal } from '../../frame/frame.ts';
import type { DemoSize, DemoTenant } from './demo-tenant.ts';

/** What the loading of one tenant's sample data is given. `files` is where the installation keeps files; `workFolder` is thrown away afterwards; `tell` says what went wrong without stopping it. */
export type DemoContext = { cluster: Cluster; words: Words; tenant: DemoTenant; files: FileStore; size: Exclude<DemoSize, 'none'>; workFolder: string; tell: (sentence: string) => void };

/** The steps in their order; each has a word in the catalogue `start`. */
export type DemoStepName = 'stepTenant' | 'stepSettings' | 'stepPlugins' | 'stepRoster' | 'stepImport' | 'stepPlan' | 'stepPluginSamples';

/**
 * One step. It may have been done, or cut short, by an earlier start: run again, it completes what is missing and changes nothing
 * that is there.
 */
export type DemoStep = { name: DemoStepName; run: (context: DemoContext) => Promise<Result<unknown, Refusal>> };
