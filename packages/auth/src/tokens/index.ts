export { digestOf, isToken, newToken } from './token.ts';
