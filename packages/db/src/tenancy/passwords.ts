import type postgres from 'postgres';
import { ClusterError } from '../cluster/cluster-error.ts';
import type { SecretKey } from '../cluster/secrets.ts';
import { decrypt } from './cipher.ts';
import type { Tenant } from './tenant.ts';

/** Where a process that may read the registry finds the password of a tenant's login; throws `key-missing`. */
export const passwordsIn =
  (registry: postgres.Sql, key: SecretKey) =>
  async ({ id, slug }: Pick<Tenant, 'id' | 'slug'>): Promise<string> => {
    const [secret] = await registry<{ ciphertext: string }[]>`select ciphertext from platform.tenant_secrets where tenant_id = ${id}`;
    if (!secret) throw new ClusterError('key-missing', `No password is stored for ${slug}.`, { slug });
    return decrypt(key, secret.ciphertext, id);
  };
