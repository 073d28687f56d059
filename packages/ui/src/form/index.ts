export { FaultSummary } from './fault-summary.tsx';
export { faultsByField, type FieldFault } from './faults-by-field.ts';
export { useProductForm } from './product-form.tsx';
