import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { largestBody } from './limits.ts';

const app = new Hono<Env>();
app.use(largestBody(1_000_000));
app.post('*', async (c) => c.json({ bytes: (await c.req.arrayBuffer()).byteLength }));

const codeOf = async (path: string, bytes: number, type = 'application/octet-stream'): Promise<unknown> => {
  const answer = await app.request(`/api/t/alpha${path}`, { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': type } });
  return answer.ok ? 'taken' : ((await answer.json()) as { code: string }).code;
};

describe('the largest body', () => {
  it('is that of data everywhere but where a file is taken, whatever it calls itself', async () => {
    expect([await codeOf('/people', 1_000_000), await codeOf('/people', 1_000_001)]).toEqual(['taken', 'body-too-large']);
    expect(await codeOf('/x/visits/papers', 1_000_001, 'application/json')).toBe('body-too-large');
  });

  it('is for a file what its route counts: scans, proofs of duties, rosters', async () => {
    for (const path of ['/imports', '/certificates/a/files', '/duties/a/files']) expect(await codeOf(path, 2_000_000), path).toBe('taken');
  });

  it('is for a file to a plugin what a plugin may keep, before the plugin sees any of it', async () => {
    expect([await codeOf('/x/visits/papers', 10_000_000), await codeOf('/x/visits/papers', 10_000_001)]).toEqual(['taken', 'upload-too-large']);
  });
});
