import { createHmac, hkdfSync } from 'node:crypto';
import type { SecretKey } from '../cluster/secrets.ts';
import { decrypt, encrypt } from './cipher.ts';

/** The key of the installation, to use and not to see. `belongsTo` binds a text to its place: copied to another one it does not open. */
export type Vault = {
  seal: (text: string, belongsTo: string) => string;
  /** Throws `key-missing` if another key sealed it, and an error if it was changed or moved. */
  open: (ciphertext: string, belongsTo: string) => string;
  /** A digest under a key of its own for a purpose: whoever has not the installation's key can neither make it nor try texts out. Hexadecimal. */
  digest: (text: string, purpose: string) => string;
};

/** A key for one purpose, so that no two purposes ever share one. */
const derivedKey = ({ bytes }: SecretKey, purpose: string): Uint8Array => new Uint8Array(hkdfSync('sha256', bytes, 'saubac', purpose, 32));

/** A vault of one key. */
export const vaultOf = (key: SecretKey): Vault => ({
  seal: (text, belongsTo) => encrypt(key, text, belongsTo),
  open: (ciphertext, belongsTo) => decrypt(key, ciphertext, belongsTo),
  digest: (text, purpose) => createHmac('sha256', derivedKey(key, purpose)).update(text, 'utf8').digest('hex'),
});
