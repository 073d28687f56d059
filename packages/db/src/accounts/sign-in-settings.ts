import type { PlatformSql } from './platform-sql.ts';

/** The connection of a tenant to its identity provider. */
export type StoredConnection = {
  issuer: string;
  clientId: string;
  secretCiphertext: string;
  /** The domains of accounts that may come in through it, in small letters. */
  emailDomains: readonly string[];
  /** Whether the tenant trusts its provider to have asked for a second factor. */
  isSecondFactor: boolean;
};

/** How one signs in to a tenant. Version 0: nothing was ever set. */
export type StoredSignInSettings = { tenant: string; secondFactorRequired: boolean; connection: StoredConnection | null; version: number };

type Row = { secondFactorRequired: boolean; issuer: string | null; clientId: string; secretCiphertext: string; emailDomains: string; isSecondFactor: boolean; version: number };

const settingsOf = (tenant: string, row: Row | undefined): StoredSignInSettings => {
  if (!row) return { tenant, secondFactorRequired: false, connection: null, version: 0 };
  const { issuer, clientId, secretCiphertext, isSecondFactor } = row;
  const connection = issuer === null ? null : { issuer, clientId, secretCiphertext, isSecondFactor, emailDomains: JSON.parse(row.emailDomains) as string[] };
  return { tenant, secondFactorRequired: row.secondFactorRequired, connection, version: row.version };
};

/** The settings of a tenant. */
export const findSignInSettings = async (sql: PlatformSql, tenant: string): Promise<StoredSignInSettings> => {
  const [row] = await sql<Row[]>`
    select second_factor_required as "secondFactorRequired", sso_issuer as issuer, sso_client_id as "clientId", sso_secret_ciphertext as "secretCiphertext",
      sso_email_domains::text as "emailDomains", sso_is_second_factor as "isSecondFactor", version
    from platform.sign_in_settings where tenant_id = ${tenant}`;
  return settingsOf(tenant, row);
};

/** Saves settings on top of the version they were based on. False if they have changed since. */
export const saveSignInSettings = async (sql: PlatformSql, { tenant, secondFactorRequired, connection, version }: StoredSignInSettings): Promise<boolean> => {
  const { issuer = null, clientId = null, secretCiphertext = null, isSecondFactor = false } = connection ?? {};
  const domains = connection ? JSON.stringify(connection.emailDomains) : null;
  const { count } =
    version === 0
      ? await sql`
          insert into platform.sign_in_settings (tenant_id, second_factor_required, sso_issuer, sso_client_id, sso_secret_ciphertext, sso_email_domains, sso_is_second_factor)
          values (${tenant}, ${secondFactorRequired}, ${issuer}, ${clientId}, ${secretCiphertext}, ${domains}::text::jsonb, ${isSecondFactor})
          on conflict (tenant_id) do nothing`
      : await sql`
          update platform.sign_in_settings set second_factor_required = ${secondFactorRequired}, sso_issuer = ${issuer}, sso_client_id = ${clientId},
            sso_secret_ciphertext = ${secretCiphertext}, sso_email_domains = ${domains}::text::jsonb, sso_is_second_factor = ${isSecondFactor}, version = version + 1
          where tenant_id = ${tenant} and version = ${version}`;
  return count > 0;
};
