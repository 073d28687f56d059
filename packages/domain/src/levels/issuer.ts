import type { Certificate, CertificateType } from './certificate.ts';
import { holdsOn } from './period.ts';
import type { Period } from './period.ts';

/** A period in which a body may examine and certify for one type of certificate. `issuer` is the key used on certificates. */
export type IssuerLicence = Period & { issuer: string; type: string; basis: string | null };

/** Why the issuer keeps a certificate from counting. */
export type IssuerRefusal = { kind: 'issuer-not-known'; issuerName: string | null } | { kind: 'issuer-not-licensed'; issuer: string; issuerName: string | null };

/**
 * Undefined if the issuer stands in the way of nothing: the type needs no licence, or the issuer had one on the exam date. A licence
 * given or withdrawn later changes nothing.
 */
export const issuerRefusal = (certificate: Certificate, type: CertificateType, licences: readonly IssuerLicence[]): IssuerRefusal | undefined => {
  if (!type.licenceRequired) return undefined;
  const { issuer, issuerName, examDate } = certificate;
  if (issuer === null) return { kind: 'issuer-not-known', issuerName };
  const licensed = licences.some((it) => it.issuer === issuer && it.type === type.code && holdsOn(it, examDate));
  return licensed ? undefined : { kind: 'issuer-not-licensed', issuer, issuerName };
};
