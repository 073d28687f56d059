import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Product } from './product.ts';

// Processes are started and stopped again and again, beside whatever else the machine does.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const small = { SAUBAC_DEMO: '300' };
const [ownSlug = '', ...sampleSlugs] = readdirSync(join(import.meta.dirname, '../../../deploy/tenants')).toSorted();

let product: Product;
beforeAll(async () => {
  product = new Product();
  await product.command(['tenant', 'create', ownSlug, '--name', 'N', '--kind', 'province', '--code', '04']);
});
afterAll(() => product.remove());

type Figure = { status: string; denominator: number };

const figuresOf = async (slug: string): Promise<Figure[]> =>
  JSON.parse((await product.command(['progress', slug, '--on', '2025-12-31', '--json'])).out) as Figure[];

const passwordIn = (out: string): string | undefined => /mật khẩu chung: (\S{19})/.exec(out)?.[1];

describe('the sample tenants', () => {
  it('are completed by the next start when the first was killed while they were being loaded, and found whole by the one after', async () => {
    const first = await product.start(small, 'nạp danh sách');
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await product.start(small);
    for (const slug of sampleSlugs) {
      const figures = await figuresOf(slug);
      expect(Math.max(...figures.map((it) => it.denominator))).toBeGreaterThan(100);
    }
    second.child.kill('SIGTERM');
    expect((await second.ended).out.match(/đã nạp xong/g)).toHaveLength(sampleSlugs.length);

    const third = await product.start(small);
    third.child.kill('SIGTERM');
    const { code, out } = await third.ended;
    expect(code).toBe(0);
    expect(out.match(/đã có dữ liệu/g)).toHaveLength(sampleSlugs.length);
    expect(passwordIn(out)).toBe(passwordIn((await second.ended).out));
    for (const slug of sampleSlugs) {
      for (const role of ['home-affairs-head', 'agency-head', 'commune-officer', 'operator']) expect(out).toContain(`${role}@${slug}.example`);
      const grants = JSON.parse((await product.command(['grant', 'list', slug, '--ended', '--json'])).out) as { email: string }[];
      expect(new Set(grants.map(({ email }) => email)).size).toBe(11);
      expect(grants).toHaveLength(11);
    }
    expect(out).not.toContain(`@${ownSlug}.example`);
  });

  it('never touch a tenant of the same name that somebody created for himself', async () => {
    const { code } = await product.command(['progress', ownSlug, '--on', '2025-12-31']);
    expect(code).toBe(1);
    const list = await product.command(['tenant', 'list', '--json']);
    expect(JSON.parse(list.out)).toContainEqual(expect.objectContaining({ slug: ownSlug, name: 'N' }));
  });
});
