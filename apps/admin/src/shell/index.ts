export { ask, Refused, setApiLocale } from './api.ts';
export { LanguageSwitch } from './language-switch.tsx';
export { PageShell } from './page-shell.tsx';
export { usePageTitle } from './page-title.ts';
export { createQueryClient } from './query-client.ts';
export { referenceQuery, useCodeNames } from './reference.ts';
export { QueryStates } from './query-states.tsx';
export { useFormFaults } from './form-faults.ts';
export { useWords, WordsRoot } from './words-root.tsx';
