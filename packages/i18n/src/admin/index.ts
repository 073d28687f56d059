export { loadAdminWords, type AdminKey, type AdminWords } from './admin-words.ts';
