import { OAuth2Server } from 'oauth2-mock-server';
import { credentialsOf, findAccountByEmail, listAccountEvents } from '@saubac/db/accounts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { after, client, noon, openTestAuth, operator, valueOf, type TestAuth } from '../../test/test-auth.ts';
import { createUser, disableUser, endMembership } from '../accounts/index.ts';
import { readSession } from '../sessions/index.ts';
import { changeSignInSettings, readSignInSettings } from '../settings/index.ts';
import { beginSingleSignOn, completeSingleSignOn } from './index.ts';

const redirectUri = 'https://example.test/api/platform/sign-on/callback';
const provider = new OAuth2Server();
const other = new OAuth2Server();

let test: TestAuth;
/** What the provider says of who signs in. */
let claims: Record<string, unknown>;

type Token = { payload: Record<string, unknown> };

const connect = async (tenant: string, more: { isSecondFactor?: boolean; issuer?: string; emailDomains?: string[] } = {}) => {
  const { version } = await readSignInSettings(test.auth, tenant);
  const connection = { issuer: provider.issuer.url ?? '', clientId: 'saubac', clientSecret: 'secret of the client', emailDomains: ['x.test'], isSecondFactor: false, ...more };
  return changeSignInSettings(test.auth, { tenant, secondFactorRequired: false, connection, version, by: operator, now: noon });
};

beforeAll(async () => {
  test = await openTestAuth({ plainLoopbackIssuers: true });
  for (const server of [provider, other]) {
    await server.issuer.keys.generate('RS256');
    await server.start(0, '127.0.0.1');
    server.service.on('beforeTokenSigning', (token: Token) => Object.assign(token.payload, claims));
  }
});
afterAll(async () => {
  await Promise.all([provider.stop(), other.stop()]);
  await test.close();
});
beforeEach(async () => {
  claims = { sub: 'subject-1', email: 'nobody@x.test', email_verified: true };
  valueOf(await connect(test.alpha));
});

/** What the browser does: it goes where it is sent, and comes back with the provider's answer. */
const goThere = async (url: string): Promise<string> => {
  const answer = await fetch(url, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').search;
};

const signOn = async (tenant = test.alpha, now = noon) => {
  const { url, state } = valueOf(await beginSingleSignOn(test.auth, { tenant, redirectUri, now }));
  return completeSingleSignOn(test.auth, { query: await goThere(url), browserState: state, client, now });
};

const kindOf = async (tenant = test.alpha) => {
  const signedOn = await signOn(tenant);
  return signedOn.ok ? 'entered' : signedOn.failure.kind;
};

let users = 0;
/** An account with a door of alpha, and claims that are its own. */
const member = async (...tenants: string[]) => {
  const name = `user-${(users += 1)}`;
  const user = await test.user(`${name}@x.test`, ...(tenants.length > 0 ? tenants : [test.alpha]));
  claims = { sub: `subject of ${name}`, email: `${name}@x.test`, email_verified: true };
  return user;
};

describe('a member of the tenant', () => {
  it('gets in, and with that session into this tenant alone', async () => {
    const user = await member(test.alpha, test.beta);
    const signedOn = valueOf(await signOn());
    expect(signedOn).toMatchObject({ user: user.id, tenant: test.alpha, next: 'nothing' });
    expect(await readSession(test.auth, signedOn.token, noon)).toMatchObject({ throughTenant: test.alpha, doors: [{ tenant: test.alpha }], secondFactorPassed: false });
  });

  it('is known by what the provider called him, whatever his address there is later', async () => {
    const user = await member();
    valueOf(await signOn());
    claims = { ...claims, email: 'another@x.test', email_verified: false };
    expect(valueOf(await signOn())).toMatchObject({ user: user.id });
  });

  it('who was only invited is active by it', async () => {
    valueOf(await createUser(test.auth, { email: 'invited@x.test', displayName: 'I', tenant: test.alpha, by: operator, now: noon }));
    claims = { sub: 'subject of invited', email: 'Invited@X.test', email_verified: true };
    const { user } = valueOf(await signOn());
    expect(await credentialsOf(test.auth.sql, user)).toMatchObject({ status: 'active', passwordHash: null });
  });

  it('has passed a second factor only where the tenant trusts its provider for it', async () => {
    await member();
    valueOf(await connect(test.alpha, { isSecondFactor: true }));
    const { token } = valueOf(await signOn());
    expect(await readSession(test.auth, token, noon)).toMatchObject({ secondFactorPassed: true });
  });

  it('whose address is told only on asking gets in too', async () => {
    const user = await member();
    const { email, email_verified, ...inToken } = claims;
    claims = inToken;
    provider.service.once('beforeUserinfo', (answer: { body: unknown }) => {
      answer.body = { sub: inToken['sub'], email, email_verified };
    });
    expect(valueOf(await signOn())).toMatchObject({ user: user.id });
  });
});

describe('nobody gets in', () => {
  it('who has no account, no door of this tenant, or one that is closed, and the answer is the same', async () => {
    expect(await kindOf()).toBe('not-a-member');
    await member(test.beta);
    expect(await kindOf()).toBe('not-a-member');
    const user = await member();
    valueOf(await signOn());
    await endMembership(test.auth, { user: user.id, tenant: test.alpha, by: operator, now: noon });
    expect(await kindOf()).toBe('not-a-member');
  });

  it('whose address the provider has not verified', async () => {
    await member();
    for (const verified of [false, undefined, 'true', 1]) {
      claims = { ...claims, email_verified: verified };
      expect(await kindOf()).toBe('email-not-verified');
    }
  });

  it('whose account is disabled', async () => {
    const user = await member();
    await disableUser(test.auth, { user: user.id, by: operator, now: noon });
    expect(await kindOf()).toBe('account-disabled');
  });

  it('whose address is in a domain that the connection does not name, before or since', async () => {
    await member();
    valueOf(await signOn());
    valueOf(await connect(test.alpha, { emailDomains: ['elsewhere.test'] }));
    expect(await kindOf()).toBe('domain-not-allowed');
  });

  it('whom the provider calls by a second name', async () => {
    await member();
    valueOf(await signOn());
    claims = { ...claims, sub: 'somebody else' };
    expect(await kindOf()).toBe('identity-taken');
  });

  it("by what another tenant's provider calls him", async () => {
    const user = await member();
    valueOf(await signOn());
    // Beta connects to a provider of its own, which says the same words of whom it likes.
    valueOf(await connect(test.beta, { issuer: other.issuer.url ?? '' }));
    expect(await kindOf(test.beta)).toBe('not-a-member');
    expect((await findAccountByEmail(test.auth.sql, user.email))?.id).toBe(user.id);
  });

  it('in a tenant without a connection', async () => {
    const { version } = await readSignInSettings(test.auth, test.alpha);
    valueOf(await changeSignInSettings(test.auth, { tenant: test.alpha, secondFactorRequired: false, connection: null, version, by: operator, now: noon }));
    expect(await beginSingleSignOn(test.auth, { tenant: test.alpha, redirectUri, now: noon })).toEqual({ ok: false, failure: { kind: 'no-single-sign-on' } });
  });
});

describe('an answer of the provider', () => {
  const begin = async (now = noon) => valueOf(await beginSingleSignOn(test.auth, { tenant: test.alpha, redirectUri, now }));
  const complete = (query: string, browserState: string | null, now = noon) => completeSingleSignOn(test.auth, { query, browserState, client, now });
  const notKnown = { ok: false, failure: { kind: 'sign-on-not-known' } };

  it('is taken once', async () => {
    await member();
    const { url, state } = await begin();
    const query = await goThere(url);
    valueOf(await complete(query, state));
    expect(await complete(query, state)).toEqual(notKnown);
  });

  it('is taken only by the browser that set out', async () => {
    await member();
    const { url, state } = await begin();
    const mine = await begin();
    const query = await goThere(url);
    for (const browserState of [null, '', mine.state]) expect(await complete(query, browserState)).toEqual(notKnown);
    valueOf(await complete(query, state));
  });

  it('comes too late after some minutes', async () => {
    await member();
    const { url, state } = await begin();
    expect(await complete(await goThere(url), state, after(11))).toEqual(notKnown);
  });

  it('is refused with the code of another attempt, or with none', async () => {
    await member();
    const [one, two] = [await begin(), await begin()];
    const query = new URLSearchParams(await goThere(one.url));
    query.set('state', two.state);
    expect(await complete(`?${query.toString()}`, two.state)).toMatchObject({ failure: { kind: 'provider-refused' } });
    const three = await begin();
    expect(await complete(`?error=access_denied&state=${three.state}`, three.state)).toMatchObject({ failure: { kind: 'provider-refused' } });
  });

  it('is refused when the token was made for another attempt or another client', async () => {
    await member();
    const own = claims;
    for (const forged of [{ nonce: 'of another' }, { aud: 'another client' }, { iss: 'https://another.test' }, { exp: 1 }]) {
      claims = { ...own, ...forged };
      expect(await kindOf()).toBe('provider-refused');
    }
  });

  it('is recorded when it is refused, with the reason and without the address', async () => {
    expect(await kindOf()).toBe('not-a-member');
    const [event] = await listAccountEvents(test.auth.sql, { tenant: test.alpha, limit: 1 });
    expect(event).toMatchObject({ act: 'single-sign-on.refused', details: { reason: 'not-a-member' } });
    expect(JSON.stringify(event)).not.toContain('nobody@');
  });
});

describe('the way to the provider', () => {
  it('asks for a code with proof of key, a state and a nonce, which no row keeps in the open but the two it must', async () => {
    const { url, state } = valueOf(await beginSingleSignOn(test.auth, { tenant: test.alpha, redirectUri, now: noon }));
    const asked = Object.fromEntries(new URL(url).searchParams);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email', client_id: 'saubac', redirect_uri: redirectUri, state });
    expect(asked['nonce']).not.toBe(undefined);
    expect(JSON.stringify(await test.cluster.superuser()`select * from platform.sso_attempts`)).not.toContain(state);
  });

  it('is told to be closed when the provider does not answer', async () => {
    valueOf(await connect(test.beta, { issuer: 'http://127.0.0.1:9' }));
    expect(await beginSingleSignOn(test.auth, { tenant: test.beta, redirectUri, now: noon })).toEqual({ ok: false, failure: { kind: 'provider-unreachable' } });
  });
});
