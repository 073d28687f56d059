import { planVersions } from '@saubac/db/plans';
import { ok } from '@saubac/domain/values';
import { openFileStore } from '@saubac/services/files';
import { accountsOf } from '../../frame/accounts.ts';
import { servingParts } from '../../frame/installation.ts';
import { inTenant } from '../../frame/tenant-context.ts';
import { demoPassword, ensureDemoAccounts } from './demo-accounts.ts';
import type { DemoStep } from './demo-context.ts';
import { declareCertificates } from './work/certificates.ts';
import { setCovers } from './work/covers.ts';
import { bringDrafts } from './work/drafts.ts';
import { lastYearsDuties, thisYearsDuties } from './work/duties.ts';
import { handsIn } from './work/hands.ts';
import { raiseObstacles } from './work/obstacles.ts';
import { readSampleWork } from './work/sample-work.ts';
import { holdSessions } from './work/sessions.ts';

/**
 * Gives every sample account something to do: duties of last year and this one, obstacles, certificates that wait, changes of the plan on their
 * way, officers who will be away. Each is done by the accounts themselves, so that the product's own rules hold; notices follow from it.
 */
export const sampleWork: DemoStep = {
  name: 'stepWork',
  run: async ({ cluster, tenant, words }) => {
    const work = readSampleWork(tenant);
    if (!work) return ok(null);
    const accounts = await ensureDemoAccounts(cluster, words, tenant, demoPassword(process.env));
    if (!accounts.ok) return accounts;
    const store = await openFileStore(servingParts(process.env).filesFolder);
    return inTenant(cluster, tenant.slug, async (ctx) => {
      const auth = accountsOf(cluster);
      const hands = await handsIn(ctx, auth, words, accounts.value);
      const year = Number(ctx.today.slice(0, 4));
      await lastYearsDuties(hands, work, year - 1);
      await thisYearsDuties(hands, store, work, year);
      await holdSessions(hands, work, year);
      await bringDrafts(hands, work, year);
      const [version] = await planVersions(ctx.db);
      await raiseObstacles(hands, work, version ? `/plan/versions/${version.number}` : null);
      await declareCertificates(hands, work);
      await setCovers(hands, auth, work);
      return ok(null);
    });
  },
};
