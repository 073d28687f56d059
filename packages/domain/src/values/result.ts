/** A refusal is a value, a fault is an exception: a verb that may be refused answers with one of these two. */
export type Result<T, F> = { ok: true; value: T } | { ok: false; failure: F };

/** The answer of a verb that went through. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** The answer of a verb that was refused, with the reason as data. */
export const fail = <F>(failure: F): { ok: false; failure: F } => ({ ok: false, failure });
