import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterError } from './cluster-error.ts';

/** A key that encrypts the passwords of the tenants. Its name stands in every ciphertext, so that keys can be changed one by one. */
export type SecretKey = { name: string; bytes: Buffer };

/** What opens an installation: generated once, kept in a file that only its owner reads. */
export type Secrets = {
  /** Of the embedded server; absent where DATABASE_URL names the server. */
  superuserPassword: string;
  provisionerPassword: string;
  platformApiPassword: string;
  /** Two characters that tell the roles of this installation from those of others on the same server. */
  installation: string;
  key: SecretKey;
};

type SecretsFile = Omit<Secrets, 'key'> & { key: string };

const newPassword = (): string => randomBytes(24).toString('base64url');

const named = (bytes: Buffer): SecretKey => ({ name: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes });

/** The key of an operator's passphrase (SAUBAC_KEY), at least 32 characters. */
export const keyOf = (passphrase: string): SecretKey => {
  if (passphrase.length < 32) throw new ClusterError('key-missing', 'SAUBAC_KEY must have at least 32 characters.');
  return named(createHash('sha256').update(passphrase).digest());
};

const fileIn = (dataDir: string): string => join(dataDir, 'secrets.json');

const generated = (): SecretsFile => ({
  superuserPassword: newPassword(),
  provisionerPassword: newPassword(),
  platformApiPassword: newPassword(),
  installation: randomName(2),
  key: randomBytes(32).toString('base64'),
});

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A random name for a role or schema: small letters and digits, a letter first. */
export const randomName = (length: number): string =>
  [...randomBytes(length)].map((byte, index) => (index === 0 ? letters[byte % 26] : `${letters}0123456789`[byte % 36])).join('');

/** Whether this data folder has been opened before. */
export const hasSecrets = (dataDir: string): boolean => existsSync(fileIn(dataDir));

/** The secrets of a data folder, made on first use. `passphrase` (SAUBAC_KEY) takes the place of the key in the file. */
export const secretsIn = (dataDir: string, passphrase?: string): Secrets => {
  const file = fileIn(dataDir);
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, JSON.stringify(generated(), null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as SecretsFile;
    return { ...read, key: passphrase ? keyOf(passphrase) : named(Buffer.from(read.key, 'base64')) };
  } catch (cause) {
    if (cause instanceof ClusterError) throw cause;
    throw new ClusterError('secrets-unreadable', `Cannot read ${file}.`, { file }, cause);
  }
};
