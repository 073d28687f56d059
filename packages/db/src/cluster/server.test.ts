import { describe, expect, it } from 'vitest';
import { connectServer } from './server.ts';

describe('DATABASE_URL', () => {
  it.each(['postgres://me:s3cret@host:port/db', 'me:s3cret@host', 'https://me:s3cret@host/db', 'postgres://me:s3cret%@host/db'])('that is no address of a server (%s) is refused without showing it', async (url) => {
    const error: unknown = await connectServer(url).catch((it: unknown) => it);
    expect(error).toMatchObject({ name: 'ClusterError', code: 'address-invalid' });
    expect(JSON.stringify({ ...(error as Error), message: (error as Error).message, cause: String((error as Error).cause) })).not.toContain('s3cret');
  });
});
