import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { attachmentOf } from '@saubac/domain/transfers';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Upload } from '@saubac/services/files';
import type { Context } from 'hono';
import type { TenantEnv } from '../env.ts';

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The file that a request sends: its bytes as they come, under the name of its header. */
export const uploadOf = (c: Context<TenantEnv>, encodedName: string): Upload => {
  const body = c.req.raw.body as WebStream<Uint8Array> | null;
  return { content: body ? Readable.fromWeb(body) : nothing(), name: decoded(encodedName) };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export type TooManyUploads = { kind: 'too-many-requests'; seconds: number };

/** Counts an upload of the caller, over all processes; refused if there were too many. */
export const countUpload = async (c: Context<TenantEnv>): Promise<Result<null, TooManyUploads>> => {
  const counted = await c.var.installation.auth.throttle.attempt('upload', { account: c.var.visitor.user, address: c.get('address') });
  return counted.ok ? ok(null) : fail({ kind: 'too-many-requests', seconds: counted.failure.seconds });
};

/** Answers with a file: to be saved under its name, never shown, never kept on the way. */
export const sendFile = (c: Context, { name, mediaType, size, content }: { name: string; mediaType: string; size: number; content: Readable }): never => {
  const headers = {
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': attachmentOf(name),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    // A file that some program shows nevertheless may run nothing and ask nobody.
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return c.body(Readable.toWeb(content) as unknown as ReadableStream, 200, headers) as never;
};
