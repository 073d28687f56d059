/**
 * What the serving role may do with the tables of accounts: the least that its functions need. Events can only be added; accounts and
 * memberships are never deleted; what is deleted here (sessions, codes, attempts, counters) is spent.
 */
export const accountGrants: Readonly<Record<string, string>> = {
  users: 'select, insert, update',
  memberships: 'select, insert, update',
  sessions: 'select, insert, update, delete',
  recovery_codes: 'select, insert, update, delete',
  user_tokens: 'select, insert, update, delete',
  sign_in_settings: 'select, insert, update',
  user_identities: 'select, insert, delete',
  sso_attempts: 'select, insert, delete',
  rate_limits: 'select, insert, update, delete',
  account_events: 'select, insert',
};
