export { ask, Refused } from './api.ts';
export { useFormFaults } from './form-faults.ts';
export { PageShell } from './page-shell.tsx';
export { usePageTitle } from './page-title.ts';
export { QueryStates } from './query-states.tsx';
export { useCodeNames } from './reference.ts';
export { useWords } from './words-root.tsx';
