export { FaultSummary } from './fault-summary.tsx';
export { useProductForm } from './product-form.tsx';
