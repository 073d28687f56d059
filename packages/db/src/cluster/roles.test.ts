import { describe, expect, it } from 'vitest';
import { roleNames } from './roles.ts';

describe('the roles of an installation', () => {
  it('carry its prefix', () => {
    expect(roleNames('two_').provisioner).toBe('two_provisioner');
    expect(roleNames().platformApi).toBe('platform_api');
  });

  it.each(['x" superuser --', 'a.b', 'Big', '9a', 'pg_', 'x'.repeat(41)])('refuse the prefix %s, which is no part of a plain name', (prefix) => {
    expect(() => roleNames(prefix)).toThrow(expect.objectContaining({ code: 'role-prefix-invalid' }));
  });
});
