/** Statuses of refusals that any route may answer with. Alone in its file: the typed client needs them, and nothing of zod. */
export const alwaysRefused = [400, 401, 403, 404, 413, 415, 429, 500, 503] as const;
