import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal or fault as RFC 9457 has it. `code` is stable and for programs; the title is for people. */
export type Problem = { status: ContentfulStatusCode; code: string; title: string };

/** Answers with a problem; nothing of the inside of the server is told. */
export const problem = (c: Context, { status, code, title }: Problem): Response =>
  c.body(JSON.stringify({ type: 'about:blank', title, status, code }), status, { 'content-type': 'application/problem+json; charset=utf-8' });
