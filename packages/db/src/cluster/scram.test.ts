import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scramVerifier } from './scram.ts';

describe('what is sent in the place of a password', () => {
  it('signs as the example of RFC 7677 says', () => {
    const nonce = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0';
    const exchange = `n=user,r=rOprNGfwEbeRWgbNEkqO,r=${nonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=${nonce}`;
    const serverKey = scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64')).split(':').at(-1) ?? '';
    const signature = createHmac('sha256', Buffer.from(serverKey, 'base64')).update(exchange).digest('base64');
    expect(signature).toBe('6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=');
  });

  it('does not contain the password, and differs each time', () => {
    expect(scramVerifier('a-password')).not.toContain('a-password');
    expect(scramVerifier('a-password')).not.toBe(scramVerifier('a-password'));
  });
});
