import type { ClusterParts, RoleNames, Server } from '@saubac/db/cluster';
import type { MailSettings } from './mail/post-office.ts';

type Secrets = ClusterParts['secrets'];

/** The secrets of an installation as they pass between processes: the bytes of the key as text. */
export type PlainSecrets = Omit<Secrets, 'key'> & { key: { name: string; bytes: string } };

/** What a worker is given. It alone of the processes that go on running holds the provisioner's credential. */
export type WorkerSettings = {
  server: Server;
  roles: RoleNames;
  secrets: PlainSecrets;
  /** The data folder of the installation. */
  dataDir: string;
  /** The address at which users reach the product; links in mails begin with it. */
  publicUrl: string;
  mail: MailSettings;
  /** How often every tenant is asked whether a hint was lost. */
  sweepEveryMs?: number;
};

/** The secrets as the database package takes them. */
export const secretsOf = ({ key, ...rest }: PlainSecrets): Secrets => ({ ...rest, key: { name: key.name, bytes: Buffer.from(key.bytes, 'base64') } });
