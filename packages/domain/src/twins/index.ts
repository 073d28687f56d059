export * from './compare-twins.ts';
export * from './merge-careers.ts';
export * from './merge-fields.ts';
export * from './twin-record.ts';
