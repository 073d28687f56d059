import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { promptSockets } from './prompt-socket.ts';

let servers: Server[];
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  servers = [createServer(), createServer()];
  for (const it of servers) await once(it.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => servers.forEach((it) => it.close()));

describe('a connection to the database', () => {
  it('sends what it is given at once', async () => {
    const asked = vi.spyOn(Socket.prototype, 'setNoDelay');
    const socket = promptSockets()({ host: ['127.0.0.1'], port: [portOf(servers[0]!)] });
    await once(socket, 'connect');
    expect(asked).toHaveBeenCalledWith(true);
    asked.mockRestore();
    socket.destroy();
  });

  it('tries several addresses in turn, and keeps the name that a certificate is for', async () => {
    const open = promptSockets();
    const reached = [];
    for (let i = 0; i < 3; i += 1) {
      const socket = open({ host: ['127.0.0.1', 'localhost'], port: servers.map(portOf) });
      await once(socket, 'connect');
      reached.push([(socket as Socket & { host: string }).host, socket.remotePort]);
      socket.destroy();
    }
    const [one, other] = [['127.0.0.1', portOf(servers[0]!)], ['localhost', portOf(servers[1]!)]];
    expect(reached).toEqual([one, other, one]);
  });
});
