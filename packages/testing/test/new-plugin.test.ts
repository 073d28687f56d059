import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { describePlugin } from '@saubac/testing/plugin-suite';

// Within the repository, so that its packages are found; where git, lint and the search for plugins do not look.
const room = join(import.meta.dirname, '../dist');
mkdirSync(room, { recursive: true });
const into = mkdtempSync(join(room, 'new-plugin-'));
execFileSync(process.execPath, [join(import.meta.dirname, '../../tooling/src/new-plugin.ts'), 'border-trade', '--name', 'Đoàn ra', '--into', into]);

afterAll(() => rmSync(into, { recursive: true }));

// What `npm run new-plugin` makes is a plugin like any other, at once.
describePlugin(join(into, 'border-trade'));
