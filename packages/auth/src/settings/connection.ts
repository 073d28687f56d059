import { isIP } from 'node:net';
import type { StoredConnection } from '@saubac/db/accounts';
import { fail, ok, type Result } from '@saubac/domain/values';

/** What is wrong with a connection to an identity provider. */
export type ConnectionFault = { kind: 'issuer-not-allowed' } | { kind: 'client-id-blank' } | { kind: 'email-domains-missing' } | { kind: 'email-domain-invalid'; domain: string };

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

// A name of the public kind: our server calls it, so it must not be an address or a short name of our own network.
const isPublicName = (host: string): boolean => host.includes('.') && isIP(host) === 0 && !host.startsWith('[') && !/\.(local|localhost|internal|home|lan)$/.test(host);

const isIssuer = (text: string, plainLoopback: boolean): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  return (protocol === 'https:' && isPublicName(hostname)) || (plainLoopback && protocol === 'http:' && isLoopback(hostname));
};

const domainForm = /^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/** Checks a connection and gives it as it is kept, domains in small letters. At least one domain: a provider may know the whole world. */
export const checkConnection = (
  { issuer, clientId, emailDomains, isSecondFactor }: Omit<StoredConnection, 'secretCiphertext'>,
  plainLoopback: boolean,
): Result<Omit<StoredConnection, 'secretCiphertext'>, ConnectionFault> => {
  if (!isIssuer(issuer, plainLoopback)) return fail({ kind: 'issuer-not-allowed' });
  if (clientId.trim() === '') return fail({ kind: 'client-id-blank' });
  const domains = [...new Set(emailDomains.map((it) => it.normalize('NFC').trim().toLowerCase()))];
  const invalid = domains.find((it) => !domainForm.test(it));
  if (invalid !== undefined) return fail({ kind: 'email-domain-invalid', domain: invalid });
  return domains.length === 0 ? fail({ kind: 'email-domains-missing' }) : ok({ issuer, clientId: clientId.trim(), emailDomains: domains, isSecondFactor });
};
