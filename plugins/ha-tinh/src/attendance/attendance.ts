/** What was noted of somebody at a session; nothing noted counts as absent. */
export type Mark = 'present' | 'excused' | 'absent';

export type Rule = { minAttendance: number; excusedCounts: 'left-out' | 'as-present' | 'as-absent' };

/** A session as far as one learner goes. */
export type Seen = { lessons: number; mark: Mark | null };

/** Lessons that count of those that could; `share` in basis points, rounded down, null where there was no lesson yet. */
export type Attendance = { attended: number; excused: number; due: number; share: number | null; enough: boolean };

const sum = (of: readonly Seen[]): number => of.reduce((all, it) => all + it.lessons, 0);

/** How much of a class somebody attended, and whether it is enough to complete it. Nobody completes a class without lessons. */
export const attendanceOf = (sessions: readonly Seen[], { minAttendance, excusedCounts }: Rule): Attendance => {
  const held = sum(sessions);
  const excused = sum(sessions.filter((it) => it.mark === 'excused'));
  const present = sum(sessions.filter((it) => it.mark === 'present'));
  const attended = present + (excusedCounts === 'as-present' ? excused : 0);
  const due = held - (excusedCounts === 'left-out' ? excused : 0);
  // In integers: a share of exactly the minimum is enough, whatever division would make of it.
  const enough = attended > 0 && attended * 10_000 >= due * minAttendance;
  return { attended, excused, due, share: due === 0 ? null : Math.floor((attended * 10_000) / due), enough };
};
