import { addEvidenceFileRoute, downloadEvidenceFileRoute, listEvidenceFilesRoute, removeEvidenceFileRoute } from '@saubac/contract/files';
import type { CertificateId } from '@saubac/domain/values';
import { addEvidenceFile, listEvidenceFiles, openEvidenceFile, removeEvidenceFile } from '@saubac/services/files';
import { countUpload, once, refuse, sendFile, uploadOf } from '../answers/index.ts';
import { raw, tenantRoutes } from './frame.ts';

export const fileRoutes = tenantRoutes((app) => {
  app.openapi(addEvidenceFileRoute, async (c) => {
    const certificate = c.req.valid('param').id as CertificateId;
    const counted = await countUpload(c);
    if (!counted.ok) return refuse(c, counted.failure);
    const name = c.req.valid('header')['x-file-name'];
    const added = await once(c, { certificate, name, bytes: c.req.header('content-length') }, (ctx) => addEvidenceFile(ctx, c.var.installation.files, { certificate, upload: uploadOf(c, name) }));
    return added.ok ? c.answer(added.value, 201) : refuse(c, added.failure);
  });
  app.openapi(listEvidenceFilesRoute, async (c) => {
    const listed = await listEvidenceFiles(c.var.ctx, c.req.valid('param').id as CertificateId);
    return listed.ok ? c.answer({ items: listed.value }, 200) : refuse(c, listed.failure);
  });
  app.openapi(downloadEvidenceFileRoute, async (c) => {
    const opened = await openEvidenceFile(c.var.ctx, c.var.installation.files, c.req.valid('param').id);
    return opened.ok ? sendFile(c, { ...opened.value.file, content: opened.value.content }) : refuse(c, opened.failure);
  });
  app.openapi(removeEvidenceFileRoute, async (c) => {
    const removed = await removeEvidenceFile(c.var.ctx, c.req.valid('param').id);
    return removed.ok ? raw(c.body(null, 204)) : refuse(c, removed.failure);
  });
});
