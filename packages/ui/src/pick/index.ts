export { SearchSelect } from './search-select.tsx';
export { ChoiceField } from './choice-field.tsx';
