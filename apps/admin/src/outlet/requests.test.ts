import { faultsOf } from '@saubac/plugin-api/admin';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { largestUpload, requestsOf } from './requests.ts';

const answering = (status: number, body: unknown, type = 'application/json') => {
  const sent: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request);
    return new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'content-type': type } });
  };
  return { sent, requests: requestsOf({ tenant: 'alpha', plugin: 'example', locale: 'vi', unreachable: 'no way', notUnderstood: 'no sense', tooLarge: 'too large', fetch }) };
};

const duty = z.object({ id: z.string() });
const text = (vi: string) => ({ vi, en: 'x' });
const problem = { type: 'x', title: 'x', status: 422, requestId: 'r', code: 'example.taken', text: text('Đã có người trực.') };

describe('a request of a plugin’s page', () => {
  it('goes to its own routes in the tenant, in the language of the user', async () => {
    const { sent, requests } = answering(200, { id: 'a' });
    expect(await requests.get('/duties?on=2026-01-01', duty)).toEqual({ id: 'a' });
    expect(new URL(sent[0]!.url).pathname).toBe('/api/t/alpha/x/example/duties');
    expect(sent[0]!.headers.get('accept-language')).toBe('vi');
    expect(sent[0]!.headers.get('idempotency-key')).toBeNull();
  });

  it('that creates something carries a key of its own, one that changes something does not', async () => {
    const { sent, requests } = answering(200, { id: 'a' });
    await requests.send('POST', '/duties', { place: 'A' }, duty);
    await requests.send('POST', '/duties', { place: 'A' }, duty);
    await requests.send('PUT', '/duties/a', { place: 'B' }, duty);
    const keys = sent.map((it) => it.headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBeNull();
    expect(await sent[0]!.text()).toBe('{"place":"A"}');
  });

  it('that brings a file sends its bytes as they are and its name in a header, under a key', async () => {
    const { sent, requests } = answering(201, { id: 'a' });
    expect(await requests.upload('/agreements/a/files?kind=annex', new File(['%PDF'], 'Phụ lục.pdf'), duty)).toEqual({ id: 'a' });
    expect(Object.fromEntries(sent[0]!.headers)).toMatchObject({ 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('Phụ lục.pdf'), 'idempotency-key': expect.any(String) as string });
    expect(await sent[0]!.text()).toBe('%PDF');
    expect(largestUpload).toBe(10_000_000);
    await expect(requests.upload('/a', new File([new Uint8Array(largestUpload + 1)], 'a.pdf'), duty)).rejects.toThrow('too large');
    expect(sent).toHaveLength(1);
    expect(requests.file('/files/b')).toBe('/api/t/alpha/x/example/files/b');
  });

  it('that is refused throws what is shown: the faults of fields, else the whole', async () => {
    const fields = answering(422, { ...problem, errors: [{ field: 'body.place', code: 'x', text: text('Chưa ghi nơi trực.') }, { field: 'body', code: 'x', text: text('Trùng.') }] }, 'application/problem+json; charset=utf-8');
    const error = await fields.requests.send('POST', '/duties', {}, duty).catch((it: unknown) => it);
    expect(faultsOf(error)).toEqual([{ field: 'place', text: 'Chưa ghi nơi trực.' }, { text: 'Trùng.' }]);
    const whole = await answering(409, problem, 'application/problem+json').requests.get('/duties', duty).catch((it: unknown) => it);
    expect(faultsOf(whole)).toEqual([{ text: 'Đã có người trực.' }]);
    expect(whole).toMatchObject({ problem: { code: 'example.taken' } });
  });

  it('brings what is saved where somebody else was quicker', async () => {
    const { requests } = answering(409, { ...problem, code: 'changed-meanwhile', current: { id: 'b' } }, 'application/problem+json');
    await expect(requests.get('/duties', duty)).rejects.toMatchObject({ problem: { current: { id: 'b' } } });
  });

  it('says so in words where the answer makes no sense or none comes', async () => {
    await expect(answering(200, { other: 1 }).requests.get('/duties', duty)).rejects.toThrow('no sense');
    await expect(answering(502, 'x', 'text/html').requests.get('/duties', duty)).rejects.toThrow('no sense');
    const requests = requestsOf({ tenant: 'a', plugin: 'b', locale: 'vi', unreachable: 'no way', notUnderstood: 'no sense', tooLarge: 'too large', fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    await expect(requests.get('/duties', duty)).rejects.toThrow('no way');
  });

  it('may answer with nothing', async () => {
    expect(await answering(204, null).requests.send('DELETE', '/duties/a', undefined, z.undefined())).toBeUndefined();
  });
});
