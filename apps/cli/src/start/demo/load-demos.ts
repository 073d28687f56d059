import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '@saubac/db/cluster';
import type { Words } from '@saubac/i18n';
import { startChild } from '../child.ts';
import { table } from '../../frame/table.ts';
import { demoPassword, ensureDemoAccounts } from './demo-accounts.ts';
import type { DemoReport } from './demo-child.ts';
import { demoSizeOf, readDemoTenants, type DemoTenant } from './demo-tenant.ts';
import { demoStanding } from './load-demo.ts';
import { pluginsLeft } from './plugin-steps.ts';

type Loading = { cluster: Cluster; words: Words; say: (line: string) => void; stopped: AbortSignal };

const childFile = join(import.meta.dirname, 'demo-child.ts');

/** Loads one tenant in a process of its own, because tenants are loaded side by side and each keeps a core busy. */
const loadInChild = async ({ slug, name }: DemoTenant, { words, say, stopped }: Loading): Promise<void> => {
  const begun = performance.now();
  const child = startChild(childFile, [slug], process.env);
  const end = (): void => void child.stop();
  stopped.addEventListener('abort', end, { once: true });
  let refused: string | undefined;
  child.process.on('message', (report: DemoReport) => {
    if ('step' in report) say(words.t('start.demoStep', { name, step: words.t(`start.${report.step}`) }));
    else if ('told' in report) say(report.told);
    else refused = report.refused;
  });
  const code = await child.ended;
  stopped.removeEventListener('abort', end);
  if (stopped.aborted) return;
  if (refused !== undefined || code !== 0) say(words.t('start.demoFailed', { name, message: refused ?? `exit ${code}` }));
  else say(words.t('start.demoLoaded', { name, seconds: Math.round((performance.now() - begun) / 1000) }));
};

/**
 * Loads the sample data of every tenant of `deploy/tenants` that is not there yet, as many side by side as there are cores. What an
 * earlier start left half done is completed. A tenant that fails is told and does not keep the others from loading.
 */
export const loadDemos = async (loading: Loading): Promise<void> => {
  const { cluster, words, say, stopped } = loading;
  if (demoSizeOf(process.env) === 'none') return;
  const waiting: DemoTenant[] = [];
  for (const tenant of readDemoTenants()) {
    const standing = await demoStanding(cluster, tenant);
    if (standing === 'whole' && (await pluginsLeft(cluster, tenant)).length > 0) waiting.push(tenant);
    else if (standing === 'whole') say(words.t('start.demoPresent', { name: tenant.name }));
    else if (standing === 'own') say(words.t('start.demoOwn', { name: tenant.name }));
    else waiting.push(tenant);
  }
  const lane = async (): Promise<void> => {
    for (let tenant = waiting.shift(); tenant && !stopped.aborted; tenant = waiting.shift()) await loadInChild(tenant, loading);
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), waiting.length) }, lane));
};

/**
 * Tells the accounts to try the sample tenants with: those that are loaded whole. Only while samples are wanted; a tenant that somebody
 * created for himself gets none.
 */
export const tellDemoAccounts = async ({ cluster, words, say, stopped }: Loading): Promise<void> => {
  if (demoSizeOf(process.env) === 'none') return;
  const password = demoPassword(process.env);
  const told: string[][] = [];
  for (const tenant of readDemoTenants()) {
    if (stopped.aborted || (await demoStanding(cluster, tenant)) !== 'whole') continue;
    const accounts = await ensureDemoAccounts(cluster, words, tenant, password);
    for (const { email, role, unit } of accounts.ok ? accounts.value : []) told.push([email, words.named('roles', role), unit ?? words.t('grants.whole')]);
  }
  if (told.length === 0) return;
  const headings = ['email', 'role', 'unit'] as const;
  say(`${words.t('start.demoAccounts', { password })}\n\n${table(headings.map((it) => ({ heading: words.t(`grants.${it}`) })), told)}`);
};
