/** Parameters of argon2id: memory in KiB, passes, threads. */
export type PasswordCost = { memoryCost: number; timeCost: number; parallelism: number };

/** How long things of sign-in last, in milliseconds, and what a password costs. */
export type AuthRules = {
  /** A session that nobody uses ends. */
  sessionIdleMs: number;
  /** A session ends however much it is used. */
  sessionLongestMs: number;
  invitationMs: number;
  resetMs: number;
  /** How long a sign-in at an identity provider may take. */
  singleSignOnMs: number;
  /** The least time that an answer takes which must not tell whether an account is there. */
  evenAnswerMs: number;
  passwordCost: PasswordCost;
  /** The address of the product for its users, without a slash at the end; links of mails begin with it. */
  publicUrl: string;
  /** Identity providers without TLS, on this machine alone: for tests. */
  plainLoopbackIssuers: boolean;
};

const hour = 3_600_000;

/** What holds unless an installation says otherwise. Argon2: the recommendation of OWASP (19 MiB, two passes, one thread). */
export const defaultRules: AuthRules = {
  sessionIdleMs: 12 * hour,
  sessionLongestMs: 7 * 24 * hour,
  invitationMs: 72 * hour,
  resetMs: hour,
  singleSignOnMs: hour / 6,
  evenAnswerMs: 400,
  passwordCost: { memoryCost: 19_456, timeCost: 2, parallelism: 1 },
  publicUrl: 'http://localhost:3000',
  plainLoopbackIssuers: false,
};
