import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { TenantDb } from '@saubac/db/tenancy';
import { unitIdsByCode } from '@saubac/db/units';
import type { HeldRole } from '@saubac/domain/access';
import type { PersonRead } from '@saubac/domain/audit';
import { type CertificateId, isoDate, subtreesOf, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { laterWork, pieces } from '../../test/later-work.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { checkImport, getImport, listFindings, startImport } from '../imports/index.ts';
import { addEvidenceFile, type FileStore, listEvidenceFiles, openEvidenceFile, openFileStore, removeEvidenceFile, sweepFiles } from './index.ts';

const dayMs = 86_400_000;
let cluster: TestCluster;
let db: TenantDb;
let folder: string;
let files: FileStore;
let certificate: CertificateId;
let units: Map<string, string>;
let reads: PersonRead[] = [];

const clock = { today: isoDate('2026-03-01'), now: () => new Date('2026-03-01T08:00:00Z') };
const operator = (): Ctx => testCtx({ db, ...clock });
const holding = (role: HeldRole['role'], unit: string): Ctx =>
  testCtx({
    db, ...clock, actor: { id: '0199a5c2-0000-7000-8000-00000000000a' as UserId, label: 'Officer' }, reads: { note: (_, read) => void reads.push(read) },
    access: { kind: 'granted', held: [{ role, scope: subtreesOf([units.get(unit) as never]) }] },
  });
const pdf = Buffer.from('%PDF-1.7\n%nothing\n');
const scan = (ctx: Ctx, bytes: Uint8Array = pdf, name = 'Chứng chỉ.pdf') => addEvidenceFile(ctx, files, { certificate, upload: { content: pieces(bytes), name } });
const objects = () => readdir(join(folder, 'files', operator().tenant.id)).catch((): string[] => []);
const sweepAt = (now: Date) => sweepFiles({ db, store: files, tenant: operator().tenant.id, now });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  files = await openFileStore(join(folder, 'files'));
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  const unit = (code: string) => ({ code, name: code, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
  const loader = rosterLoader(operator, () => folder);
  await loader.written({
    units: [unit('A'), unit('B')],
    people: [{ id_number: '000000000001', full_name: 'Người A', unit_code: 'A', kind: 'Công chức', valid_from: '01/01/2020' }],
    certificates: [{ id_number: '000000000001', type_code: 'ielts', exam_date: '01/06/2024', score: '6.0', number: 'A1' }],
  }, '2025-12-01');
  units = await unitIdsByCode(db, ['A', 'B']);
  certificate = (await db.execute<{ id: CertificateId }>(sql`select id from certificates`))[0]!.id;
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => void (reads = []));

describe('a scan of a certificate', () => {
  it('is added, listed and opened by who may see its holder; opening it is noted', async () => {
    const added = await scan(holding('agency-officer', 'A'));
    if (!added.ok) throw new Error(added.failure.kind);
    const listed = await listEvidenceFiles(holding('auditor', 'A'), certificate);
    expect(listed).toMatchObject({ ok: true, value: [{ id: added.value.id, name: 'Chứng chỉ.pdf', mediaType: 'application/pdf', size: pdf.byteLength }] });
    const opened = await openEvidenceFile(holding('auditor', 'A'), files, added.value.id);
    if (!opened.ok) throw new Error(opened.failure.kind);
    expect(await buffer(opened.value.content)).toEqual(pdf);
    expect(reads.map(({ what }) => what)).toEqual(['certificate', 'document']);
  });

  it('of somebody outside the scope is as unknown as one that does not exist, and so is its certificate', async () => {
    const added = await scan(holding('agency-officer', 'A'));
    if (!added.ok) throw new Error(added.failure.kind);
    const stranger = holding('agency-officer', 'B');
    expect(await scan(stranger)).toMatchObject({ failure: { kind: 'unknown-certificate' } });
    expect(await listEvidenceFiles(stranger, certificate)).toMatchObject({ failure: { kind: 'unknown-certificate' } });
    expect(await openEvidenceFile(stranger, files, added.value.id)).toMatchObject({ failure: { kind: 'unknown-file' } });
    expect(await removeEvidenceFile(stranger, added.value.id)).toMatchObject({ failure: { kind: 'unknown-file' } });
    expect(await openEvidenceFile(holding('finance', 'A'), files, added.value.id)).toMatchObject({ failure: { kind: 'forbidden', permission: 'certificate.read' } });
    expect(await removeEvidenceFile(holding('auditor', 'A'), added.value.id)).toMatchObject({ failure: { kind: 'forbidden', permission: 'certificate.declare' } });
    expect(reads).toEqual([]);
    const beta = testCtx({ db: (await cluster.openTenant('beta')).db, ...clock, tenant: { id: '00000000-0000-7000-8000-000000000001', slug: 'beta' } });
    expect(await openEvidenceFile(beta, files, added.value.id)).toMatchObject({ failure: { kind: 'unknown-file' } });
  });

  it('that is refused leaves nothing', async () => {
    const before = await objects();
    expect(await scan(holding('agency-officer', 'A'), Buffer.from('MZ'))).toMatchObject({ failure: { kind: 'file-type-not-taken' } });
    expect(await scan(holding('agency-officer', 'A'), new Uint8Array(10_000_001))).toMatchObject({ failure: { kind: 'upload-too-large', limit: 10_000_000 } });
    expect(await scan(holding('agency-officer', 'A'), new Uint8Array(0))).toMatchObject({ failure: { kind: 'upload-empty' } });
    expect(await objects()).toEqual(before);
  });

  it('is only ever a file of a certificate: a roster that was uploaded cannot be opened as one', async () => {
    const started = await startImport(operator(), files, { upload: { content: pieces(Buffer.from('a,b\n')), name: 'r.csv' }, effectiveDate: isoDate('2026-01-01') });
    if (!started.ok) throw new Error(started.failure.kind);
    const [row] = await db.execute<{ file: string }>(sql`select file_id as file from imports where id = ${started.value.id}`);
    expect(await openEvidenceFile(operator(), files, row!.file)).toMatchObject({ failure: { kind: 'unknown-file' } });
  });
});

describe('the nightly sweep', () => {
  it('takes objects without a row and those of scans that were taken away, but none that is young', async () => {
    const kept = await scan(operator());
    const gone = await scan(operator());
    if (!kept.ok || !gone.ok) throw new Error('refused');
    await removeEvidenceFile(operator(), gone.value.id);
    const lost = await files.take(pieces(pdf), 1_000);
    if (!lost.ok) throw new Error('refused');
    const orphan = '0199a5c2-0000-7000-8000-0000000000ff';
    await files.keep(lost.value, operator().tenant.id, orphan);
    await sweepAt(new Date());
    expect(await objects()).toEqual(expect.arrayContaining<string>([orphan, gone.value.id, kept.value.id]));
    await sweepAt(new Date(Date.now() + 2 * dayMs));
    const left = await objects();
    expect(left).toContain(kept.value.id);
    expect([orphan, gone.value.id].filter((id) => left.includes(id))).toEqual([]);
  });

  it('lets an import expire that nobody agreed to, and takes the file, the lists and the names some weeks after the end', async () => {
    const started = await startImport(operator(), files, { upload: { content: pieces(Buffer.from('Số định danh cá nhân,Họ và tên,Mã đơn vị,Đối tượng\n000000000002,Người B,NIX,Công chức\n')), name: 'r.csv' }, effectiveDate: isoDate('2026-01-01') });
    if (!started.ok) throw new Error(started.failure.kind);
    const { id } = started.value;
    await checkImport(laterWork({ db, files }), id);
    const seen = async () => {
      const found = await getImport(operator(), id);
      return found.ok ? found.value : undefined;
    };
    expect(await seen()).toMatchObject({ state: 'refused', preview: { absent: { people: 1 }, listed: { refusals: 1 } } });
    await sweepAt(new Date('2026-03-20T00:00:00Z'));
    expect(await listFindings(operator(), { id, list: 'refusals' })).toMatchObject({ value: { items: [{ kind: 'unknown-unit' }] } });
    await sweepAt(new Date('2026-04-05T00:00:00Z'));
    expect(await seen()).toMatchObject({ state: 'cancelled', failure: { kind: 'import-expired' } });
    expect(await listFindings(operator(), { id, list: 'refusals' })).toMatchObject({ value: { items: [{ kind: 'unknown-unit' }] } });
    await sweepAt(new Date('2026-05-10T00:00:00Z'));
    expect(await listFindings(operator(), { id, list: 'refusals' })).toMatchObject({ value: { items: [] } });
    expect(await seen()).toMatchObject({ state: 'cancelled', preview: { counts: { people: { refused: 1 } }, absent: null, listed: { refusals: 0 } } });
  });
});
