/** Grades of degrees; those of certificates are their own names. */
export const grades = {
  college: 'cao đẳng',
  bachelor: 'đại học',
  master: 'thạc sĩ',
  doctor: 'tiến sĩ',
} as const;
