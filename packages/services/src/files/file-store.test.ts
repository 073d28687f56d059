import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { uploadRules } from '@saubac/domain/transfers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pieces } from '../../test/later-work.ts';
import { writeRosterWorkbook } from '../roster/index.ts';
import { type FileStore, openFileStore } from './file-store.ts';
import { mediaTypeOf } from './media-type.ts';

let folder: string;
let store: FileStore;
const tenant = randomUUID();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  store = await openFileStore(join(folder, 'files'));
});
afterAll(() => rm(folder, { recursive: true }));

const inWork = () => readdir(join(folder, 'files', '.in-work'));

describe('the store of files', () => {
  it('keeps what came, byte for byte, with its size and digest, under tenant and id', async () => {
    const bytes = Buffer.from('ế'.repeat(100_000));
    const taken = await store.take(pieces(bytes), 1_000_000);
    if (!taken.ok) throw new Error(taken.failure.kind);
    expect(taken.value).toMatchObject({ size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') });
    const id = randomUUID();
    await store.keep(taken.value, tenant, id);
    expect(await buffer(await store.read(tenant, id))).toEqual(bytes);
    expect(await readFile((await store.local(tenant, id)).path)).toEqual(bytes);
    expect(await inWork()).toEqual([]);
  });

  it('lets nobody but its owner look into it', async () => {
    const mode = async (path: string) => (await stat(path)).mode & 0o077;
    expect(await mode(join(folder, 'files', '.in-work'))).toBe(0);
    const taken = await store.take(pieces(Buffer.from('x')), 10);
    if (!taken.ok) throw new Error('refused');
    expect(await mode(taken.value.path)).toBe(0);
    const id = randomUUID();
    await store.keep(taken.value, tenant, id);
    expect(await mode((await store.local(tenant, id)).path)).toBe(0);
  });

  it('takes no more than the limit of a file that is too large, and leaves nothing of it', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1_000;
        yield await Promise.resolve(new Uint8Array(1_000));
      }
    }
    expect(await store.take(endless(), 50_000)).toEqual({ ok: false, failure: { kind: 'upload-too-large', limit: 50_000 } });
    expect(given).toBeLessThan(500_000);
    expect(await inWork()).toEqual([]);
  });

  it('leaves nothing of a file whose sender breaks off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(new Uint8Array(10));
      throw new Error('gone');
    }
    await expect(store.take(broken(), 100)).rejects.toThrow('gone');
    expect(await inWork()).toEqual([]);
  });

  it('refuses keys that are not two ids', async () => {
    await expect(store.read(tenant, '../../etc/passwd')).rejects.toThrow('two ids');
    await expect(store.read('..', randomUUID())).rejects.toThrow('two ids');
  });

  it('sweeps only what was begun long ago', async () => {
    const old = await store.draft();
    await writeFile(old.path, 'x');
    await utimes(old.path, new Date(0), new Date(0));
    const fresh = await store.draft();
    await writeFile(fresh.path, 'x');
    expect(await store.sweepDrafts(new Date(Date.now() - 60_000))).toBe(1);
    expect(await inWork()).toHaveLength(1);
    await fresh.discard();
  });
});

describe('the type of an upload', () => {
  const typeOf = async (content: string | Uint8Array, purpose: keyof typeof uploadRules) => {
    const path = join(folder, randomUUID());
    await writeFile(path, content);
    const type = await mediaTypeOf(path, uploadRules[purpose]);
    return type.ok ? type.value : `refused: ${type.failure.found}`;
  };

  it('is what it holds: scans', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001', 'hex');
    expect(await typeOf(png, 'certificate-evidence')).toBe('image/png');
    expect(await typeOf('%PDF-1.7\n', 'certificate-evidence')).toBe('application/pdf');
    expect(await typeOf(Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'certificate-evidence')).toBe('image/jpeg');
    expect(await typeOf(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]), 'certificate-evidence')).toBe('image/heic');
    expect(await typeOf('<svg xmlns="http://www.w3.org/2000/svg"/>', 'certificate-evidence')).toMatch(/^refused/);
    expect(await typeOf('<html><script>1</script>', 'certificate-evidence')).toMatch(/^refused/);
    expect(await typeOf('MZ\u0090\0', 'certificate-evidence')).toMatch(/^refused/);
    expect(await typeOf('a,b\n', 'certificate-evidence')).toBe('refused: text/csv');
  });

  it('is what it holds: spreadsheets', async () => {
    const path = join(folder, 'r.xlsx');
    await writeRosterWorkbook(path, {});
    expect(await typeOf(await readFile(path), 'roster-import')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(await typeOf('\ufeffMã,Tên\n', 'roster-import')).toBe('text/csv');
    expect(await typeOf(Buffer.from('\ufeffMã,Tên\n', 'utf16le'), 'roster-import')).toBe('text/csv');
    expect(await typeOf('%PDF-1.7\n', 'roster-import')).toBe('refused: application/pdf');
    expect(await typeOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'roster-import')).toMatch(/^refused/);
    expect(await typeOf(Buffer.from([0x61, 0xff, 0x61]), 'roster-import')).toBe('refused: null');
    expect(await typeOf('a\0b', 'roster-import')).toBe('refused: null');
    expect(await typeOf('<html>', 'roster-import')).toMatch(/^refused/);
  });
});
