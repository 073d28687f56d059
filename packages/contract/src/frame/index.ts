export { json, jsonBody, refused } from './json.ts';
export * from './parts.ts';
