import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Env } from '../env.ts';
import { caller } from './caller.ts';

const toldBy = async (headers: Record<string, string>, behindProxy = true): Promise<unknown> => {
  const app = new Hono<Env>().use(caller({ behindProxy })).get('/', (c) => c.json([c.get('address'), c.get('origin')]));
  return (await app.request('http://desk.test/', { headers })).json();
};

describe('where a request comes from', () => {
  it('is what our own proxy says, which is the last to add to the list', async () => {
    expect(await toldBy({ 'x-forwarded-for': '198.51.100.9, 203.0.113.7', 'x-forwarded-proto': 'http, https' })).toEqual(['203.0.113.7', 'https://desk.test']);
  });

  it('is not what anybody says where no proxy stands in front', async () => {
    expect(await toldBy({ 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' }, false)).toEqual([null, 'http://desk.test']);
  });

  it('is the address alone, also where the proxy adds the port: or everybody would have a counter of his own, or all the same', async () => {
    const given = ['203.0.113.7:4711', '[2001:db8::1]:4711', '[2001:db8::1]', '2001:db8::1'];
    expect(await Promise.all(given.map(async (it) => ((await toldBy({ 'x-forwarded-for': it })) as [string])[0]))).toEqual(['203.0.113.7', '2001:db8::1', '2001:db8::1', '2001:db8::1']);
  });
});
