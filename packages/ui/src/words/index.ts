export { type UiWords, UiWordsProvider, useUiWords } from './ui-words.ts';
