import type { SignInChange } from './mutations.ts';
import type { SignInSettings } from './queries.ts';

/** How one signs in, as it stands in the form. */
export type SignInFields = { secondFactorRequired: boolean; connected: boolean; issuer: string; clientId: string; clientSecret: string; domains: string; isSecondFactor: boolean; why: string };

/** The form as it was saved; the secret is never known. */
export const fieldsOf = ({ secondFactorRequired, singleSignOn }: SignInSettings): SignInFields => ({
  secondFactorRequired,
  connected: singleSignOn !== null,
  issuer: singleSignOn?.issuer ?? '',
  clientId: singleSignOn?.clientId ?? '',
  clientSecret: '',
  domains: singleSignOn?.emailDomains.join(', ') ?? '',
  isSecondFactor: singleSignOn?.isSecondFactor ?? false,
  why: '',
});

/** What is sent: domains are told apart by commas, spaces or lines; a secret that was not typed stays as it is. */
export const changeOf = ({ secondFactorRequired, connected, issuer, clientId, clientSecret, domains, isSecondFactor, why }: SignInFields): SignInChange => ({
  secondFactorRequired,
  singleSignOn: connected
    ? {
        issuer: issuer.trim(), clientId: clientId.trim(), emailDomains: domains.split(/[\s,;]+/).filter((it) => it !== ''), isSecondFactor,
        ...(clientSecret.trim() === '' ? {} : { clientSecret: clientSecret.trim() }),
      }
    : null,
  ...(why.trim() === '' ? {} : { why: why.trim() }),
});

/** Whether anything differs from what was saved; the reason alone changes nothing. */
export const isChanged = (saved: SignInSettings, fields: SignInFields): boolean => JSON.stringify({ ...fieldsOf(saved), why: '' }) !== JSON.stringify({ ...fields, why: '' });
