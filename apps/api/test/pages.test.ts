import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOfAnswers } from '../src/middleware/headers.ts';
import { pageRoutes } from '../src/routes/pages.ts';

let folder: string;
const browser = { accept: 'text/html,application/xhtml+xml' };
const server = () => new Hono().use(headersOfAnswers).route('/', pageRoutes(folder)).get('*', (c) => c.json({ data: true }));
const ask = (path: string, headers: Record<string, string> = {}) => server().request(path, { headers });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<script src="/assets/a-1.js" nonce="__NONCE__"></script>');
  writeFileSync(join(folder, 'assets', 'a-1.js'), '1');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the screens', () => {
  it('begin with the same page at every address that a browser opens', async () => {
    for (const path of ['/', '/sign-in', '/t/alpha/people?unit=A.B']) {
      const answer = await ask(path, browser);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('let in only styles with a number that no two pages share', async () => {
    const [one, two] = await Promise.all([ask('/', browser), ask('/', browser)]);
    const policy = one.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(await one.text()).toContain(`nonce="${nonce}"`);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("default-src 'none'");
    expect(two.headers.get('content-security-policy')).not.toBe(policy);
  });

  it('keep their files for ever, because a changed file has another name', async () => {
    const answer = await ask('/assets/a-1.js');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-type')).toContain('javascript');
  });

  it('leave data, the documentation and what machines ask alone, and so scripts that want no page', async () => {
    for (const path of ['/api/t/alpha/me', '/docs/', '/healthz', '/readyz']) expect(await (await ask(path, browser)).json()).toEqual({ data: true });
    expect(await (await ask('/')).json()).toEqual({ data: true });
  });

  it('lead to no file outside of their folder', async () => {
    const answer = await ask('/assets/..%2f..%2fetc/passwd');
    expect(await answer.text()).not.toContain('root:');
  });
});
