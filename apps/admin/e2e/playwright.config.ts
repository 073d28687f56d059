import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './find-browser.ts';

// The port that the product is started on to be tried. Any below those that the system gives to connections as they come, so that two runs of one
// machine are not in each other's way; what reads this file again in another process finds it said.
process.env['E2E_PORT'] ??= String(randomInt(20_000, 32_000));
const port = Number(process.env['E2E_PORT']);

const root = join(import.meta.dirname, '../../..');

export default defineConfig({
  // Plugins bring the jobs of their own officers.
  testDir: root,
  testMatch: ['apps/admin/e2e/*.spec.ts', 'plugins/*/e2e/*.spec.ts'],
  outputDir: join(root, '.reports/browser'),
  globalSetup: join(import.meta.dirname, 'global-setup.ts'),
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // Machines that do much else are slow; nothing is measured here.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: join(root, '.reports/screens.json') }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser(), args: browserFlags },
  },
  metadata: { port },
});
