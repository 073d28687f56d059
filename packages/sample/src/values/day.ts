/** A day as a whole number (days since 1970-01-01): ages and periods are then plain arithmetic, and hundreds of thousands stay cheap. */
export type Day = number;

const msPerDay = 86_400_000;

/** The day of a date written `yyyy-mm-dd`. */
export const dayOf = (iso: string): Day => {
  const day = Math.round(Date.parse(`${iso}T00:00:00Z`) / msPerDay);
  if (Number.isNaN(day)) throw new RangeError(`Not a date: ${iso}`);
  return day;
};

/** The day of year, month (1–12; beyond counts on into other years) and day of the month. */
export const dayAt = (year: number, month: number, day: number): Day => Math.floor(Date.UTC(year, month - 1, day) / msPerDay);

type Parts = { year: number; month: number; date: number };

const partsByDay = new Map<Day, Parts>();

/** Year, month (1–12) and day of the month. */
export const partsOfDay = (day: Day): Parts => {
  const known = partsByDay.get(day);
  if (known) return known;
  const at = new Date(day * msPerDay);
  const parts = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
  partsByDay.set(day, parts);
  return parts;
};

export const yearOf = (day: Day): number => partsOfDay(day).year;

/** The same day some months later, or the first of the month after where that month is shorter. */
export const monthsLater = (day: Day, months: number): Day => {
  const { year, month, date } = partsOfDay(day);
  return dayAt(year, month + months, date);
};

const two = (value: number): string => String(value).padStart(2, '0');
const textByDay = new Map<Day, string>();

/** A day as an officer types it: dd/mm/yyyy. */
export const typed = (day: Day): string => {
  const known = textByDay.get(day);
  if (known) return known;
  const { year, month, date } = partsOfDay(day);
  const text = `${two(date)}/${two(month)}/${year}`;
  textByDay.set(day, text);
  return text;
};
