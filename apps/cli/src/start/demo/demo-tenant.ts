import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TenantKind } from '@saubac/db/tenancy';
import { productRoot } from '../../frame/installation.ts';

/** A tenant as its folder in `deploy/tenants` describes it. */
export type DemoTenant = { slug: string; name: string; kind: TenantKind; code: string | null; plugins: readonly string[]; folder: string };

/** How much sample data a start loads: each tenant's own number of people, a given number, or none. */
export type DemoSize = 'full' | 'none' | number;

const tenantsFolder = join(productRoot, 'deploy', 'tenants');

/** Reads SAUBAC_DEMO: `off`, a number of people for each tenant, or nothing for the full size. */
export const demoSizeOf = (env: Readonly<Record<string, string | undefined>>): DemoSize => {
  const wanted = env['SAUBAC_DEMO'];
  if (wanted === undefined || wanted === '') return 'full';
  return /^[1-9]\d*$/.test(wanted) ? Number(wanted) : 'none';
};

/** One tenant of `deploy/tenants`, by the name of its folder. */
export const readDemoTenant = (slug: string): DemoTenant => {
  const folder = join(tenantsFolder, slug);
  return { ...(JSON.parse(readFileSync(join(folder, 'tenant.json'), 'utf8')) as Omit<DemoTenant, 'folder'>), folder };
};

/** The tenants of `deploy/tenants` that come with a sample. The others are provinces that somebody prepares, and are created by command. */
export const readDemoTenants = (): DemoTenant[] =>
  readdirSync(tenantsFolder)
    .filter((slug) => ['tenant.json', 'sample.json'].every((file) => existsSync(join(tenantsFolder, slug, file))))
    .toSorted()
    .map(readDemoTenant);
