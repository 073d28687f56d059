import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ClusterError } from '../cluster/cluster-error.ts';
import type { SecretKey } from '../cluster/secrets.ts';

const algorithm = 'aes-256-gcm';
const part = (bytes: Buffer): string => bytes.toString('base64url');

/** Encrypts a text under a key, bound to what it belongs to: copied to another row it does not open. The result names its key. */
export const encrypt = (key: SecretKey, text: string, belongsTo: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key.bytes, nonce).setAAD(Buffer.from(belongsTo));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['v1', key.name, part(nonce), part(cipher.getAuthTag()), part(body)].join('.');
};

/** The name of the key a ciphertext was made with. */
export const keyNameOf = (ciphertext: string): string => ciphertext.split('.')[1] ?? '';

/** Opens what `encrypt` made; throws `key-missing` if the key is another one, and an error if the text was changed or moved. */
export const decrypt = (key: SecretKey, ciphertext: string, belongsTo: string): string => {
  const [, keyName, nonce = '', tag = '', body = ''] = ciphertext.split('.');
  if (keyName !== key.name) throw new ClusterError('key-missing', `This needs the key ${keyName}, but the key at hand is ${key.name}.`, { needed: keyName ?? '', given: key.name });
  const decipher = createDecipheriv(algorithm, key.bytes, Buffer.from(nonce, 'base64url'));
  decipher.setAAD(Buffer.from(belongsTo)).setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
};
