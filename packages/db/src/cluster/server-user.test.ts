import { describe, expect, it } from 'vitest';
import { unprivilegedUserIn } from './server-user.ts';

describe('the user PostgreSQL runs as for root', () => {
  it('is postgres where the system has one', () => {
    expect(unprivilegedUserIn('root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\npostgres:x:101:104::/var/lib:/bin/sh')).toEqual({ uid: 101, gid: 104 });
  });

  it('is nobody where there is no postgres', () => {
    expect(unprivilegedUserIn('root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false')).toEqual({ uid: 65_534, gid: 65_534 });
  });

  it('is never root under another name', () => {
    expect(unprivilegedUserIn('postgres:x:0:0::/root:/bin/sh')).toBeUndefined();
  });
});
