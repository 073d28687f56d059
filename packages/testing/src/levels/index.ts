export * from './any-certificate.ts';
export * from './reference.ts';
