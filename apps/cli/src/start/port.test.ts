import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePortAfter, isPortFree, portOf } from './port.ts';

const occupied = async (work: (port: number) => Promise<void>): Promise<void> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await work((server.address() as AddressInfo).port);
  await new Promise((resolve) => server.close(resolve));
};

describe('the port', () => {
  it('is that of PORT, else the usual one', () => {
    expect(portOf({ PORT: '8080' })).toEqual({ ok: true, value: 8080 });
    expect(portOf({})).toEqual({ ok: true, value: 3000 });
    expect(portOf({ PORT: '' })).toEqual({ ok: true, value: 3000 });
  });

  it.each(['0', '65536', '-1', '80a', '3e3', 'http'])('cannot be %s', (value) => {
    expect(portOf({ PORT: value })).toEqual({ ok: false, failure: { kind: 'port-invalid', value } });
  });

  it('is not free while somebody listens, and another is proposed', () =>
    occupied(async (port) => {
      expect(await isPortFree(port, '127.0.0.1')).toBe(false);
      expect(await freePortAfter(port, '127.0.0.1')).toBeGreaterThan(0);
    }));
});
