/**
 * Routes that ask for no permission, each with the reason. Whoever adds one decides it here; it is tried like the others by who is not
 * signed in and from another tenant, and never shows anybody but its caller.
 */
export const askNoPermission: Readonly<Record<string, string>> = {
  me: 'tells the caller about himself',
  getOwnFile: 'shows the caller his own file',
  myReaders: 'tells the caller who opened his own file',
  listExports: 'shows the caller what he ordered himself',
  getExport: 'shows the caller what he ordered himself',
  cancelExport: 'gives up what the caller ordered himself',
  listInbox: 'shows the caller what waits for him; each kind of case asks for the permission that it is seen with',
  getCase: 'each kind of case asks for the permission that it is seen with',
  moveCase: 'each move asks for a permission of its own, over the unit of the case',
  listPluginReports: 'shows the sections whose plugin lets the caller read them',
  pluginReport: 'asks for the permission that the plugin names; without it there is no such report',
  listCovers: 'shows the caller who covers for him and for whom he covers; everybody’s asks for user.read',
  listCoverCandidates: 'whom the caller may ask to stand in for him: names of users of his own tenant',
  setCover: 'lets another stand in for the caller; for others it asks for the right to give their roles',
  endCover: 'ends what the caller set or is part of; else it asks for user.manage',
  startCaseMoves: 'each move asks for a permission of its own when it is taken',
  listCaseMoves: 'shows the caller what he asked for himself',
  getCaseMoves: 'shows the caller what he asked for himself',
  cancelCaseMoves: 'stops what the caller asked for himself',
  listNotices: 'shows the caller what he himself was told',
  readNotices: 'notes what the caller himself has read',
  downloadExport: 'gives the caller what he ordered himself, while his rights cover it',
};

/** Requests that write nothing though they are not GET: questions whose body is too large for an address. */
export const questions: Readonly<Record<string, string>> = {
  checkRule: 'a rule has the size of a document',
  countRule: 'a rule has the size of a document',
  sampleRule: 'a rule has the size of a document',
  previewMerge: 'whose values stay is a document; nothing of it is kept',
  simulateEquivalence: 'a change is a document; nothing of it is kept',
  previewCertificate: 'a certificate that is being written down is a document; nothing of it is kept',
  checkAudit: 'recomputes what is there; of the tenant nothing is changed',
};

/** Routes outside the tenants that answer to who is not signed in, each with the reason. */
export const openToAnybody: Readonly<Record<string, string>> = {
  signIn: 'opens the door',
  acceptInvitation: 'the link of a mail stands for the account',
  askForReset: 'whoever lost his password is not signed in; the answer tells nothing',
  completeReset: 'the link of a mail stands for the account',
  beginSingleSignOn: 'leads to the identity provider of a tenant',
  completeSingleSignOn: 'the identity provider says who it is',
};

/** Bodies of requests where the plainest value of the schema would be refused for its form before anybody asks who sends it. */
export const bodies: Readonly<Record<string, unknown>> = {
  simulateEquivalence: { change: { act: 'end', table: 'tt-23-2021', from: '2022-01-01', lastDay: null } },
  adoptEquivalence: { change: { act: 'end', table: 'tt-23-2021', from: '2022-01-01', lastDay: null }, digest: '0'.repeat(64) },
  // Everybody: a rule that would show whoever can be seen.
  countRule: { rule: { all: [] } },
  sampleRule: { rule: { all: [] } },
};

/** Questions that are answered about days of their own, whatever day is asked about: those days. */
export const daysAnswered: Readonly<Record<string, readonly string[]>> = {
  targetTrend: ['2021-12-31', '2022-12-31', '2023-12-31', '2024-12-31', '2025-12-31'],
};
