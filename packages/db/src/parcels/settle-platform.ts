import type postgres from 'postgres';
import type { ParcelManifest } from '@saubac/domain/parcels';
import { accessChannel, noticePayload } from '../accounts/access-notice.ts';

/** Writes what `platform` keeps of a tenant that has arrived: its anchors, its former short names as far as they are free, how one signs in. */
export const settlePlatform = async (tx: postgres.ISql, tenant: string, { audit, tenant: from }: ParcelManifest): Promise<{ aliasesTaken: string[] }> => {
  for (const { position, digest, at } of audit.anchors) {
    await tx`insert into platform.audit_anchors (tenant_id, position, digest, at) values (${tenant}, ${position}, ${digest}, ${at}::text::timestamptz)`;
  }
  // The head it came with: what was anchored there after the export is not known here.
  if (audit.position > 0) await tx`insert into platform.audit_anchors (tenant_id, position, digest) values (${tenant}, ${audit.position}, ${audit.digest}) on conflict do nothing`;
  const aliasesTaken: string[] = [];
  for (const slug of from.aliases) {
    const { count } = await tx`
      insert into platform.tenant_aliases (slug, tenant_id) select ${slug}, ${tenant}::uuid
      where not exists (select 1 from platform.tenants where slug = ${slug}) on conflict do nothing`;
    if (count === 0) aliasesTaken.push(slug);
  }
  if (from.signIn.secondFactorRequired) await tx`insert into platform.sign_in_settings (tenant_id, second_factor_required) values (${tenant}, true)`;
  await tx`select pg_notify(${accessChannel}, ${noticePayload({ tenant })})`;
  return { aliasesTaken };
};
