export { accessChannel, noticePayload, notifyAccess, readNotice, type AccessNotice } from './access-notice.ts';
export { localAccessFeed, openAccessFeed, type AccessFeed } from './access-feed.ts';
export { listAccountEvents, recordAccountEvent, type AccountAct, type AccountActor, type AccountEvent, type StoredAccountEvent } from './account-events.ts';
export { credentialsByEmail, credentialsOf, replacePasswordHash, setPasswordHash, type Credentials } from './credentials.ts';
export { displayNames } from './display-names.ts';
export { lastSignIns } from './last-sign-ins.ts';
export { activeMembers, closeMembership, isMember, listMemberships, openMembership, type Membership } from './memberships.ts';
export type { PlatformDb, PlatformSql, PlatformTx } from './platform-sql.ts';
export {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionOf,
  deleteSessions,
  deleteSessionsThrough,
  findSession,
  insertSession,
  listSessions,
  prolongSession,
  touchSession,
  type Door,
  type SessionWithUser,
  type StoredSession,
} from './sessions.ts';
export { confirmSecret, countRecoveryCodes, deleteSecondFactor, forgetPassed, putProvisionalSecret, replaceRecoveryCodes, spendRecoveryCode, takeStep } from './second-factor.ts';
export { findSignInSettings, saveSignInSettings, type StoredConnection, type StoredSignInSettings } from './sign-in-settings.ts';
export {
  deleteIdentities,
  deleteSessionsOfSignOn,
  insertIdentity,
  insertSignOnAttempt,
  takeSignOnAttempt,
  userOfIdentity,
  type Identity,
  type SignOnAttempt,
} from './single-sign-on.ts';
export { deleteUserTokens, ownerOfToken, replaceUserToken, spendUserToken, type TokenPurpose } from './user-tokens.ts';
export { findAccount, findAccountByEmail, insertAccount, listAccounts, updateProfile, updateStatus, type Account, type NewAccount, type UserStatus } from './users.ts';
