export { loadAdminWords, type AdminKey, type AdminWords, type LaterArea, type PlainAdminKey } from './admin-words.ts';
