import { randomBytes } from 'node:crypto';
import { connect } from '@saubac/db/cluster';
import { inject } from 'vitest';
import type { TestServer } from './test-server.ts';

/** An empty database on the test server, as an operator would hand it over by DATABASE_URL. */
export type EmptyDatabase = {
  /** With the login of the superuser. */
  url: string;
  /** With another login. */
  urlFor: (user: string, password: string) => string;
  drop: () => Promise<void>;
};

/** What the names of roles begin with that a test makes for an installation of its own; they go with the server. */
export const otherInstallation = (): string => `other_${randomBytes(4).toString('hex')}_`;

/** Makes an empty database, for tests of setting an installation up. */
export const emptyDatabase = async (): Promise<EmptyDatabase> => {
  const { url, superuser }: TestServer = inject('testServer');
  const database = `empty_${randomBytes(6).toString('hex')}`;
  const maintenance = connect({ url, database: 'postgres' }, superuser);
  await maintenance`create database ${maintenance(database)}`;
  const urlFor = (user: string, password: string): string => Object.assign(new URL(url), { username: user, password, pathname: `/${database}` }).href;
  return {
    url: urlFor(superuser.user, superuser.password),
    urlFor,
    drop: async () => {
      await maintenance`drop database ${maintenance(database)} with (force)`;
      await maintenance.end();
    },
  };
};
