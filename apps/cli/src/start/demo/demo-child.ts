import { createWords } from '@saubac/i18n';
import { openInstallation } from '../../frame/installation.ts';
import { localeOf } from '../../frame/locale.ts';
import { outageSentence } from '../../frame/outage.ts';
import { demoSizeOf, readDemoTenant } from './demo-tenant.ts';
import { loadDemo, type DemoStepName } from './load-demo.ts';

/** What the loading of one tenant tells the process that started it. */
export type DemoReport = { step: DemoStepName } | { refused: string };

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
  try {
    const loaded = await loadDemo({ cluster, tenant: readDemoTenant(slug), size }, (step) => tell({ step }));
    if (!loaded.ok) tell({ refused: words.refusal(loaded.failure) });
  } finally {
    await cluster.close();
  }
};

await load(process.argv[2] ?? '').catch((error: unknown) => tell({ refused: outageSentence(error, words) }));
process.off('disconnect', orphaned);
process.disconnect();
