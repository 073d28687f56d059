import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Runs one command line of the product beside the one that is tried; what it reads stands in `typed`. */
const run = (args: readonly string[], typed = ''): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'apps/cli/src/main.ts'), ...args], { cwd: root, env: { ...process.env, SAUBAC_DATA_DIR: process.env['E2E_DATA_DIR'], LANG: 'en_GB.UTF-8' }, stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')}: ${said}`))));
    child.stdin.end(typed);
  });

/** The accounts of a tenant that has nothing yet, and its short name. */
export type EmptyTenant = { slug: string; officer: string; head: string; committee: string; password: string };

/**
 * Makes a tenant without plan, units or people, as whoever runs the installation does, with an officer and a head of its Department of Home
 * Affairs, and who approves for its People's Committee.
 */
export const makeEmptyTenant = async (slug: string, name: string, code: string): Promise<EmptyTenant> => {
  const password = process.env['E2E_PASSWORD'] ?? '';
  const made = { slug, officer: `officer@${slug}.example`, head: `head@${slug}.example`, committee: `committee@${slug}.example`, password };
  await run(['tenant', 'create', slug, '--name', name, '--kind', 'province', '--code', code]);
  const account = async (email: string, role: string): Promise<void> => {
    await run(['user', 'add', email, '--name', role, '--tenant', slug, '--password-stdin'], `${password}\n`);
    await run(['grant', 'give', slug, email, '--role', role]);
  };
  await Promise.all([account(made.officer, 'home-affairs-officer'), account(made.head, 'home-affairs-head'), account(made.committee, 'committee-approver')]);
  return made;
};
