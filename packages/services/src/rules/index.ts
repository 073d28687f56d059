export * from './check-rule.ts';
export * from './count-rule.ts';
export { type FactCatalogue, type ListedFact, listFacts } from './facts.ts';
