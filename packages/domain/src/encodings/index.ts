export * from './evidence.ts';
export * from './syllable.ts';
export * from './tcvn3.ts';
export * from './vni.ts';
