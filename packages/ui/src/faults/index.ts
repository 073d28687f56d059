export { faultsByField } from './faults-by-field.ts';
