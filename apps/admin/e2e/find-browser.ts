import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

// One without windows first: it does the same with less.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const inPath = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));

const own = (): string | undefined => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined);

const tried = (command: string, args: readonly string[]): void => {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 240_000 });
  } catch {
    // The next way may do; if none does, that is said.
  }
};

const installed = (): string | undefined => {
  tried(process.execPath, [join(import.meta.dirname, '../../../node_modules/playwright/cli.js'), 'install', 'chromium']);
  if (own()) return own();
  if (process.platform === 'linux' && process.getuid?.() === 0) tried('apt-get', ['install', '-y', 'chromium']);
  return inPath();
};

/**
 * The browser that the screens are tried in: CHROMIUM_PATH, Playwright's own, one of this machine, or one that is installed now. Throws one
 * sentence where there is none to have: checks are never left out silently.
 */
export const findBrowser = (): string => {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '' && existsSync(given)) return given;
  const found = own() ?? inPath() ?? installed();
  if (found === undefined) throw new Error('No Chromium was found or could be installed to try the screens in: install one and name it by CHROMIUM_PATH.');
  return found;
};

/** What a browser needs in a container, and what keeps it from talking to anybody else. */
export const browserFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
