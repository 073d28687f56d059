import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createServer } from './create-server.ts';

const serverWith = (databaseAnswers: () => Promise<boolean>) => createServer({ version: '1.2.3', databaseAnswers });
const healthy = serverWith(() => Promise.resolve(true));

describe('the server', () => {
  it('says on its first page what it is, and links only to what exists', async () => {
    const response = await healthy.request('/');
    expect(response.status).toBe(200);
    const page = (await response.json()) as { name: string; version: string; links: Record<string, string> };
    expect(page).toMatchObject({ name: 'Sáu Bậc', version: '1.2.3' });
    const answers = await Promise.all(Object.values(page.links).map(async (link) => (await healthy.request(link)).status));
    expect(answers).toEqual([200]);
  });

  it('is healthy while the database answers', async () => {
    const response = await healthy.request('/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it.each([
    ['says no', () => Promise.resolve(false)],
    ['fails', () => Promise.reject(new Error('connection refused'))],
  ])('is unavailable while the database %s', async (_, databaseAnswers) => {
    const response = await serverWith(databaseAnswers).request('/healthz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'unavailable' });
  });

  it('answers an unknown address with a problem document', async () => {
    const response = await healthy.request('/nowhere');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('tells nothing of a fault to the caller and everything to the log', async () => {
    const faults: string[] = [];
    const app = createServer({ version: '1', databaseAnswers: () => Promise.resolve(true), reportFault: (error) => faults.push(error.message) });
    app.get('/broken', () => {
      throw new Error('secret of the inside');
    });
    const response = await app.request('/broken');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(faults).toEqual(['secret of the inside']);
  });

  it('does not log the values of a query that failed, which may name people', async () => {
    const faults: string[] = [];
    const app = createServer({ version: '1', databaseAnswers: () => Promise.resolve(true), reportFault: (error) => faults.push(error.stack ?? '') });
    app.get('/broken', () => {
      throw new DrizzleQueryError('select $1', ['900180000001'], new Error('deadlock detected'));
    });
    await app.request('/broken');
    expect(faults.join()).toContain('deadlock detected');
    expect(faults.join()).not.toContain('900180000001');
  });

  it('sends the headers that keep browsers from guessing, framing and leaking', async () => {
    const { headers } = await healthy.request('/healthz');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});
