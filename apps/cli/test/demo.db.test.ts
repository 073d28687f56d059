import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Product } from './product.ts';

const small = { SAUBAC_DEMO: '300' };

// Processes are started and stopped again and again, beside whatever else the machine does.
vi.setConfig({ testTimeout: 240_000 });

let product: Product;
beforeAll(() => {
  product = new Product();
});
afterAll(() => product.remove());

type Figure = { status: string; denominator: number };

const figuresOf = async (slug: string): Promise<Figure[]> =>
  JSON.parse((await product.command(['progress', slug, '--on', '2025-12-31', '--json'])).out) as Figure[];

describe('the sample tenants', () => {
  it('are completed by the next start when the first was killed while they were being loaded, and found whole by the one after', async () => {
    const first = await product.start(small, 'nạp danh sách');
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await product.start(small);
    const tenants = JSON.parse((await product.command(['tenant', 'list', '--json'])).out) as { slug: string }[];
    expect(tenants.length).toBeGreaterThan(0);
    for (const { slug } of tenants) {
      const figures = await figuresOf(slug);
      expect(figures.length).toBeGreaterThan(0);
      expect(Math.max(...figures.map((it) => it.denominator))).toBeGreaterThan(100);
    }
    second.child.kill('SIGTERM');
    expect((await second.ended).out.match(/đã nạp xong/g)).toHaveLength(tenants.length);

    const third = await product.start(small);
    third.child.kill('SIGTERM');
    const { code, out } = await third.ended;
    expect(code).toBe(0);
    expect(out.match(/đã có dữ liệu/g)).toHaveLength(tenants.length);
  });
});
