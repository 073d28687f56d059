import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder of ordered `.sql` files with a ledger of its own: the core's, the platform's, or `plugin:<id>`. */
export type MigrationSet = { name: string; directory: string };

export type Migration = { set: string; version: string; hash: string; statements: string[] };

const own = (folder: string): string => fileURLToPath(new URL(`../../migrations/${folder}/`, import.meta.url));

/** The tables of every tenant. */
export const coreSet: MigrationSet = { name: 'core', directory: own('tenant') };
/** The registry of tenants and the reference tables. */
export const platformSet: MigrationSet = { name: 'platform', directory: own('platform') };

const breakpoint = '--> statement-breakpoint';

/** Splits a migration at its breakpoints; every piece must be one statement, which the server checks. */
export const statementsOf = (text: string): string[] =>
  text
    .split(breakpoint)
    .map((piece) => piece.trim())
    .filter((piece) => piece.replace(/^\s*--.*$/gm, '').trim() !== '');

// A checkout with other line ends is still the same migration.
const hashOf = (text: string): string => createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');

/** The migrations of a set in their order: by file name, `0001_first.sql` before `0002_second.sql`. */
export const readMigrations = ({ name, directory }: MigrationSet): Migration[] =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => {
      const text = readFileSync(join(directory, file), 'utf8');
      return { set: name, version: file.slice(0, -'.sql'.length), hash: hashOf(text), statements: statementsOf(text) };
    });
