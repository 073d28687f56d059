import { join } from 'node:path';
import { fail, isoDate, ok } from '@saubac/domain/values';
import { readProfile, sampleRoster, type SampleProfile } from '@saubac/sample';
import { importRoster, writeRosterWorkbook } from '@saubac/services/roster';
import { readJsonFile } from '../../frame/json-file.ts';
import { inTenant } from '../../frame/tenant-context.ts';
import type { DemoContext, DemoStep } from './demo-context.ts';

/** The last day the sample knows of: year ends from 2020 to 2025 can be asked for. */
const effective = isoDate('2026-01-01');

/** The same on every machine, so that figures of the demo can be compared. */
const seed = 7;

const workbookOf = ({ workFolder }: DemoContext): string => join(workFolder, 'roster.xlsx');

const headsOf = ({ headcounts }: SampleProfile): number => Object.values(headcounts).reduce((sum, it) => sum + it, 0);

/** Makes up the people of a province and writes them into a workbook, as an officer would hand it in. */
export const writeRoster: DemoStep = {
  name: 'stepRoster',
  run: async (context) => {
    const path = join(context.tenant.folder, 'sample.json');
    const json = await readJsonFile(path);
    if (!json.ok) return json;
    const profile = readProfile(json.value);
    if (!profile.ok) return fail({ kind: 'not-a-profile', path });
    const people = context.size === 'full' ? headsOf(profile.value) : context.size;
    await writeRosterWorkbook(workbookOf(context), sampleRoster({ profile: profile.value, people, seed, effective }));
    return ok(null);
  },
};

/** Loads the workbook through the import that every roster goes through. */
export const importWorkbook: DemoStep = {
  name: 'stepImport',
  run: (context) =>
    inTenant(context.cluster, context.tenant.slug, async (ctx) => {
      const imported = await importRoster(ctx, { path: workbookOf(context), effectiveDate: effective, listed: 3 });
      // The product made this file itself, so a refusal is a fault of the product and is told as it is.
      return imported.ok ? imported : fail({ kind: 'sample-refused', details: JSON.stringify(imported.failure).slice(0, 500) });
    }),
};
