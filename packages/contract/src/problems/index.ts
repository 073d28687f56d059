export { type Fault, faultSchema, type Problem, problemSchema } from './problem.ts';
export { type ProblemCode, problemStatuses } from './statuses.ts';
