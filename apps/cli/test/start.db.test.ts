import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { healthOf, occupyPort, Product } from './product.ts';

// Processes are started and stopped again and again, beside whatever else the machine does.
vi.setConfig({ testTimeout: 240_000 });

let product: Product;
beforeEach(() => {
  product = new Product();
});
afterEach(() => product.remove());

describe('starting the product', () => {
  it('serves, lets the command line share its database, and leaves nothing behind when it is told to stop', async () => {
    const { child, ended, address } = await product.start();
    expect(await healthOf(address)).toBe(200);
    expect(product.postgresRuns).toBe(true);

    const list = await product.command(['tenant', 'list', '--json']);
    expect(list).toEqual({ code: 0, out: '[]\n', err: '' });
    expect(await healthOf(address)).toBe(200);

    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: '' });
    expect(product.postgresRuns).toBe(false);
    await expect(healthOf(address)).rejects.toThrow('fetch failed');
    expect(readdirSync(join(product.dataDir, 'users'))).toEqual([]);
  });

  it('recovers from being killed: the orphans end or are taken over, and what was written is there', async () => {
    const first = await product.start();
    const created = await product.command(['tenant', 'create', 'mau', '--name', 'M', '--kind', 'province', '--code', '04']);
    expect(created.code).toBe(0);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await product.start();
    expect(await healthOf(second.address)).toBe(200);
    await expect(healthOf(first.address)).rejects.toThrow('fetch failed');
    const list = await product.command(['tenant', 'list', '--json']);
    expect(JSON.parse(list.out)).toMatchObject([{ slug: 'mau', status: 'active' }]);

    expect(product.postgresRuns).toBe(true);
    second.child.kill('SIGINT');
    expect((await second.ended).code).toBe(0);
    expect(product.postgresRuns).toBe(false);
  });

  it('says in one sentence that the port is taken, before it begins anything else', async () => {
    const { port, free } = await occupyPort();
    const { code, out, err } = await product.startOn(port).ended;
    await free();
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(`Cổng ${port} đang được chương trình khác dùng.`);
    expect(readdirSync(product.dataDir)).toEqual([]);
  });

  it('tells an outage of a given database in a sentence', async () => {
    const { code, err } = await product.command(['tenant', 'list'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect(code).toBe(1);
    expect(err).toContain('Không kết nối được tới cơ sở dữ liệu tại');
    expect(err).not.toContain('    at ');
  });
});
