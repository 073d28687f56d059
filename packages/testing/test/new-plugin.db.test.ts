import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { describePluginInTenants } from '@saubac/testing/plugin-suite';

const room = join(import.meta.dirname, '../dist');
mkdirSync(room, { recursive: true });
const into = mkdtempSync(join(room, 'new-plugin-'));
execFileSync(process.execPath, [join(import.meta.dirname, '../../tooling/src/new-plugin.ts'), 'border-trade', '--into', into]);

afterAll(() => rmSync(into, { recursive: true }));

describePluginInTenants(join(into, 'border-trade'));
