export * from './any-certificate.ts';
export * from './reference.ts';
export * from './store-certificates.ts';
export * from './store-holders.ts';
