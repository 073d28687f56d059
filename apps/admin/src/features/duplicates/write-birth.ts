/** A birth date as far as it is known: `31/12/1985`, `12/1985`, `1985`. */
export const writeBirth = (birth: { date: string; precision: 'day' | 'month' | 'year' } | null): string | undefined => {
  if (birth === null) return undefined;
  const [year = '', month = '', day = ''] = birth.date.split('-');
  return { day: `${day}/${month}/${year}`, month: `${month}/${year}`, year }[birth.precision];
};
