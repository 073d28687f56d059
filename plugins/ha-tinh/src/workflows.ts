import { enrolmentCase } from './enrolment/enrolment-case.ts';

export const workflows = [enrolmentCase];
