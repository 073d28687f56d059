import { connect, type Socket } from 'node:net';

/** What the driver knows of the addresses when it asks for a connection. */
type Addresses = { host: string[]; port: number[]; path?: string | false | undefined };

/**
 * Gives the driver's connections, which send what they are given at once. By itself the driver lets the system wait for the answer to one small
 * packet before it sends the next, while PostgreSQL answers only when all of them have come: 40 ms at the end of every COPY. Several addresses
 * are tried in turn, as the driver does.
 */
export const promptSockets = (): ((addresses: Addresses) => Socket) => {
  let turn = 0;
  return ({ host, port, path }) => {
    if (path) return connect({ path });
    const place = turn % host.length;
    turn += 1;
    const socket = connect({ host: host[place] ?? 'localhost', port: port[place] ?? 5432 }).setNoDelay(true);
    // By this name the driver checks the certificate of the server.
    return Object.assign(socket, { host: host[place] });
  };
};
