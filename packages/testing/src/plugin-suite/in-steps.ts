import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from '@saubac/plugin-api';

/** Applies the migrations of a plugin one file at a time, as releases brought them. */
export const inSteps = async ({ manifest, migrations }: Plugin, apply: (set: { name: string; directory: string }) => Promise<unknown>): Promise<void> => {
  if (!migrations) return;
  const from = fileURLToPath(migrations);
  const directory = mkdtempSync(join(tmpdir(), 'saubac-steps-'));
  try {
    for (const file of readdirSync(from).filter((it) => it.endsWith('.sql')).toSorted()) {
      copyFileSync(join(from, file), join(directory, file));
      await apply({ name: `plugin:${manifest.id}`, directory });
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
};
