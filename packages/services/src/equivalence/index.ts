export { adoptEquivalence, type AdoptedEquivalence, type AdoptFailure, type AdoptInput } from './adopt-equivalence.ts';
export type { EquivalenceEffect, LevelChangesPage, TargetEffect } from './rehearsal.ts';
export { type SimulateFailure, type SimulateInput, simulateEquivalence, type Simulation } from './simulate-equivalence.ts';
