import type { SecretKey } from '../cluster/secrets.ts';
import { decrypt, encrypt } from './cipher.ts';

/** The key of the installation, to use and not to see. `belongsTo` binds a text to its place: copied to another one it does not open. */
export type Vault = {
  seal: (text: string, belongsTo: string) => string;
  /** Throws `key-missing` if another key sealed it, and an error if it was changed or moved. */
  open: (ciphertext: string, belongsTo: string) => string;
};

/** A vault of one key. */
export const vaultOf = (key: SecretKey): Vault => ({
  seal: (text, belongsTo) => encrypt(key, text, belongsTo),
  open: (ciphertext, belongsTo) => decrypt(key, ciphertext, belongsTo),
});
