export * from './compile.ts';
export { coreSources, levelsOn, personRelation } from './core-sources.ts';
export * from './people-on.ts';
export { factSources } from './plugin-sources.ts';
export * from './source.ts';
