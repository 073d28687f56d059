export { createServer, type ServerParts } from './create-server.ts';
