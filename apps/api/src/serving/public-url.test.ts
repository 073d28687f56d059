import { describe, expect, it } from 'vitest';
import { publicUrlOf } from './public-url.ts';

describe('the address of the product', () => {
  it('is the one that was set, without a slash at the end', () => {
    expect(publicUrlOf({ publicUrl: 'https://saubac.example/', host: '127.0.0.1', port: 3000 })).toBe('https://saubac.example');
  });

  it('is else where the server listens', () => {
    expect(publicUrlOf({ host: '0.0.0.0', port: 3000 })).toBe('http://localhost:3000');
    expect(publicUrlOf({ host: 'desk.test', port: 8080 })).toBe('http://desk.test:8080');
  });

  it('must be that of a site', () => {
    for (const publicUrl of ['saubac.example', 'ftp://saubac.example', 'javascript:alert(1)', 'https://saubac.example/?a', 'https://u@saubac.example', 'https://saubac.example/below']) {
      expect(() => publicUrlOf({ publicUrl, host: '127.0.0.1', port: 3000 }), publicUrl).toThrow('SAUBAC_PUBLIC_URL');
    }
  });
});
