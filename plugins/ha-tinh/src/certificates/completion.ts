import type { Attendance } from '../attendance/attendance.ts';
import type { ClassState } from '../classes/class-state.ts';

/** A learner at the end of a class. */
export type AtTheEnd = { enrolment: string; state: string; attendance: Attendance; certified: boolean };

/** Why somebody gets no certificate of completion; undefined for who does. */
export const completionRefusal = (classState: ClassState, learner: AtTheEnd): 'not-ended' | 'not-official' | 'not-enough' | 'certified' | undefined => {
  if (classState !== 'ended') return 'not-ended';
  if (learner.state !== 'official') return 'not-official';
  if (learner.certified) return 'certified';
  return learner.attendance.enough ? undefined : 'not-enough';
};

/** The number of a certificate: prefix, four digits, year. */
export const certificateNumber = (prefix: string, serial: number, year: number): string => `${prefix}-${String(serial).padStart(4, '0')}/${year}`;
