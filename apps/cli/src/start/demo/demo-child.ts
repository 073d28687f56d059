import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWords } from '@saubac/i18n';
import { openFileStore } from '@saubac/services/files';
import { Refused } from '../../frame/frame.ts';
import { dataDirOf, openInstallation } from '../../frame/installation.ts';
import { localeOf } from '../../frame/locale.ts';
import { outageSentence } from '../../frame/outage.ts';
import type { DemoStepName } from './demo-context.ts';
import { demoSizeOf, readDemoTenant } from './demo-tenant.ts';
import { loadDemo } from './load-demo.ts';

/** What the loading of one tenant tells the process that started it. */
export type DemoReport = { step: DemoStepName } | { refused: string } | { told: string };

const words = createWords(localeOf([], process.env));
const tell = (report: DemoReport): void => void process.send?.(report);

// So that what runs at the exit runs: the database server learns that one of its users has gone.
process.once('SIGTERM', () => process.exit(143));
const orphaned = (): never => process.exit(1);
process.once('disconnect', orphaned);
process.on('SIGINT', () => {});

const load = async (slug: string): Promise<void> => {
  const size = demoSizeOf(process.env);
  if (size === 'none') return;
  const cluster = await openInstallation(process.env);
  const workFolder = mkdtempSync(join(tmpdir(), 'saubac-demo-'));
  const sweep = (): void => rmSync(workFolder, { recursive: true, force: true });
  process.once('exit', sweep);
  try {
    const files = await openFileStore(join(dataDirOf(process.env), 'files'));
    const loaded = await loadDemo({ cluster, words, tenant: readDemoTenant(slug), files, size, workFolder, tell: (told) => tell({ told }) }, (step) => tell({ step }));
    if (!loaded.ok) tell({ refused: new Refused(loaded.failure, words).message });
  } finally {
    sweep();
    await cluster.close();
  }
};

await load(process.argv[2] ?? '').catch((error: unknown) => tell({ refused: outageSentence(error, words) }));
process.off('disconnect', orphaned);
process.disconnect();
