export { endAllSessions, endSession, endSessionOf } from './end-sessions.ts';
export { listSessions, type ListedSession } from './list-sessions.ts';
export { networkOf } from './network.ts';
export { openSession, type OpenedSession, type OpenSession, type OpenSessionFailure } from './open-session.ts';
export { readSession, type Visitor } from './read-session.ts';
export { renewSession, type RenewSession, type RenewSessionFailure } from './renew-session.ts';
export { sessionReader, type SessionReader, type SessionReaderOptions } from './session-reader.ts';
