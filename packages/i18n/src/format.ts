import type { Locale } from '@saubac/domain/values';

const numbers = { vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }), en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }) };

/** A number with the separators of the language, two decimals at most: `1.234,5`. */
export const formatNumber = (value: number, locale: Locale): string => numbers[locale].format(value);

/** A number of percent: `12,5 %`, with a space that does not break. */
export const formatPercent = (value: number, locale: Locale): string => `${formatNumber(value, locale)}\u00a0%`;

/** A date as both languages write it here: `31/12/2025`. A text that is not a date stays as it is. */
export const formatDate = (date: string): string => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');

/** Several words in a row, the last after a comma too, so that codes can be copied: `a, b, c`. */
export const formatList = (values: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(values);

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A moment by the clock of Vietnam, as both languages write it here: `08:05 31/12/2025`. */
export const formatMoment = (moment: string): string => {
  const parts = Object.fromEntries(clock.formatToParts(new Date(moment)).map((it) => [it.type, it.value]));
  return `${parts['hour']}:${parts['minute']} ${parts['day']}/${parts['month']}/${parts['year']}`;
};
