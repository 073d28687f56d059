import { type StoredFile, fileById, filesOfCertificate, markDeleted } from '@saubac/db/transfers';
import { showCertificate } from '@saubac/db/levels';
import type { Forbidden, Permission } from '@saubac/domain/access';
import type { Certificate } from '@saubac/domain/levels';
import { type CertificateId, fail, ok, type Result } from '@saubac/domain/values';
import type { Readable } from 'node:stream';

import { noteRead } from '../audit/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import type { FileStore } from './file-store.ts';
import { takeIn, type Upload, type UploadFailure } from './upload.ts';

export type UnknownCertificate = { kind: 'unknown-certificate'; certificate: CertificateId };
export type UnknownFile = { kind: 'unknown-file'; file: string };
export type CertificateSettled = { kind: 'certificate-settled'; state: Certificate['state'] };

const certificateFor = async (ctx: Ctx, permission: Permission, id: CertificateId): Promise<Result<Certificate, Forbidden | UnknownCertificate>> => {
  const scope = permit(ctx, permission);
  if (!scope.ok) return scope;
  const certificate = await showCertificate(ctx.db, scope.value, id, ctx.today);
  return certificate ? ok(certificate) : fail({ kind: 'unknown-certificate', certificate: id });
};

const shown = ({ id, mediaType, size, sha256, originalName, createdAt }: StoredFile): EvidenceFile => ({ id, name: originalName, mediaType, size, sha256, createdAt });

/** A scan as it is listed: its name with whoever sent it, type by content, bytes, digest. */
export type EvidenceFile = { id: string; name: string; mediaType: string; size: number; sha256: string; createdAt: string };

/** Adds a scan to a certificate: pdf, png, jpeg, webp or heic up to 10 MB, by content. While the certificate is only declared: what has been verified keeps what it was verified by. */
export const addEvidenceFile = async (
  ctx: Ctx,
  store: FileStore,
  input: { certificate: CertificateId; upload: Upload },
): Promise<Result<EvidenceFile, Forbidden | UnknownCertificate | CertificateSettled | UploadFailure>> => {
  const certificate = await certificateFor(ctx, 'certificate.declare', input.certificate);
  if (!certificate.ok) return certificate;
  if (certificate.value.state !== 'declared') return fail({ kind: 'certificate-settled', state: certificate.value.state });
  return takeIn(ctx, store, input.upload, { purpose: 'certificate-evidence', certificate: certificate.value.id }, (file, addRow) =>
    ctx.write(async (tx, record) => {
      await addRow(tx);
      await record({ act: 'certificate.scan-added', subject: { kind: 'certificate', id: certificate.value.id }, after: { file: file.id, name: file.originalName, sha256: file.sha256, mediaType: file.mediaType, size: file.size } });
      return ok(shown(file));
    }),
  );
};

/** The scans of a certificate, oldest first. */
export const listEvidenceFiles = async (ctx: Ctx, id: CertificateId): Promise<Result<EvidenceFile[], Forbidden | UnknownCertificate>> => {
  const certificate = await certificateFor(ctx, 'certificate.read', id);
  if (!certificate.ok) return certificate;
  noteRead(ctx, certificate.value.person, 'certificate');
  return ok((await filesOfCertificate(ctx.db, id)).map(shown));
};

const evidence = async (ctx: Ctx, permission: Permission, id: string): Promise<Result<{ file: StoredFile; certificate: Certificate }, Forbidden | UnknownFile>> => {
  const scope = permit(ctx, permission);
  if (!scope.ok) return scope;
  const file = await fileById(ctx.db, id);
  const certificate = file?.certificate ? await showCertificate(ctx.db, scope.value, file.certificate, ctx.today) : undefined;
  return file && certificate ? ok({ file, certificate }) : fail({ kind: 'unknown-file', file: id });
};

/** Opens a scan for whoever may see the certificate it belongs to. A scan of somebody outside the scope is unknown. */
export const openEvidenceFile = async (ctx: Ctx, store: FileStore, id: string): Promise<Result<{ file: EvidenceFile; content: Readable }, Forbidden | UnknownFile>> => {
  const found = await evidence(ctx, 'certificate.read', id);
  if (!found.ok) return found;
  noteRead(ctx, found.value.certificate.person, 'document');
  return ok({ file: shown(found.value.file), content: await store.read(ctx.tenant.id, id) });
};

/** Takes a scan away from a certificate that is only declared. Its object goes with the next sweep. */
export const removeEvidenceFile = async (ctx: Ctx, id: string): Promise<Result<null, Forbidden | UnknownFile | CertificateSettled>> => {
  const found = await evidence(ctx, 'certificate.declare', id);
  if (!found.ok) return found;
  const { file, certificate } = found.value;
  if (certificate.state !== 'declared') return fail({ kind: 'certificate-settled', state: certificate.state });
  return ctx.write(async (tx, record) => {
    await markDeleted(tx, [id], ctx.now().toISOString());
    await record({ act: 'certificate.scan-removed', subject: { kind: 'certificate', id: certificate.id }, before: { file: id, name: file.originalName, sha256: file.sha256 } });
    return ok(null);
  });
};
