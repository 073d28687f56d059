export { nameCursor, readCursor, writeCursor } from './cursor.ts';
export { faultsOf } from './faults.ts';
export { once } from './once.ts';
export { faultsIn, shownPlanProblem } from './plan-faults.ts';
export { type Answerable, problemOf, refuse } from './problem.ts';
export { clientOf, handBack, handOver } from './session.ts';
export { etagOf, versionOf } from './version.ts';
export { inBoth, words } from './words.ts';
export { countUpload, sendFile, uploadOf } from './files.ts';
