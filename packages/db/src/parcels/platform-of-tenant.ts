import type postgres from 'postgres';
import type { ParcelManifest } from '@saubac/domain/parcels';
import { findSignInSettings } from '../accounts/index.ts';

/** What `platform` keeps of a tenant and belongs to it: former short names, how one signs in (without the secret), the anchors of its audit. */
export type PlatformOfTenant = { aliases: string[]; signIn: ParcelManifest['tenant']['signIn']; anchors: ParcelManifest['audit']['anchors'] };

/** Reads it. Asked as the provisioner. */
export const platformOfTenant = async (sql: postgres.ISql, tenantId: string): Promise<PlatformOfTenant> => {
  const aliases = await sql<{ slug: string }[]>`select slug from platform.tenant_aliases where tenant_id = ${tenantId} order by slug`;
  const { secondFactorRequired, connection } = await findSignInSettings(sql, tenantId);
  const anchors = await sql<{ position: string; digest: string; at: string }[]>`
    select position, digest, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from platform.audit_anchors where tenant_id = ${tenantId} order by position`;
  return {
    aliases: aliases.map(({ slug }) => slug),
    signIn: {
      secondFactorRequired,
      connection: connection && { issuer: connection.issuer, clientId: connection.clientId, emailDomains: [...connection.emailDomains], isSecondFactor: connection.isSecondFactor },
    },
    anchors: anchors.map((it) => ({ ...it, position: Number(it.position) })),
  };
};
