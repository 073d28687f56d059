import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';

const root = join(import.meta.dirname, '../../..');

/** So many people each sample tenant has: enough for every screen, and loaded in seconds. */
const people = '400';

const startMs = 180_000;

/** Starts the product as `npm start` does, with data of its own, and stops it at the end. What it prints tells the password of the sample accounts. */
const startProduct = async (config: FullConfig): Promise<() => Promise<void>> => {
  const data = mkdtempSync(join(tmpdir(), 'saubac-screens-'));
  const env = { ...process.env, PORT: String(config.metadata['port']), SAUBAC_DEMO: people, SAUBAC_DATA_DIR: data, LANG: 'en_GB.UTF-8' };
  const product = spawn(process.execPath, ['-r', join(root, 'packages/tooling/src/require-node.cjs'), join(root, 'apps/cli/src/start.ts')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => product.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    product.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The product did not start:\n${said}`)), startMs);
    for (const stream of [product.stdout, product.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (!said.includes(`http://localhost:${String(config.metadata['port'])}`)) return;
        clearTimeout(timer);
        resolve();
      });
    }
    product.once('exit', () => reject(new Error(`The product ended:\n${said}`)));
  });
  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
  process.env['E2E_DATA_DIR'] = data;
  process.env['E2E_PASSWORD'] = /\b[a-z0-9]{4}(?:-[a-z0-9]{4}){3}\b/.exec(said)?.[0] ?? '';
  const [first = '', second = ''] = new Set([...said.matchAll(/home-affairs-head@([\w-]+)\.example/g)].map((it) => it[1] ?? ''));
  process.env['E2E_TENANT'] = first;
  process.env['E2E_OTHER_TENANT'] = second;
  // Without a server for mails they are written into files, where specs read what somebody was sent.
  process.env['E2E_MAILS'] = join(data, 'mail');
  if (!process.env['E2E_PASSWORD'] || !process.env['E2E_TENANT']) {
    await stop();
    throw new Error(`The product told no account to try it with:\n${said}`);
  }
  return stop;
};

export default startProduct;
