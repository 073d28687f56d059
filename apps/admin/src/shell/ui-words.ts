import type { AdminWords } from '@saubac/i18n/admin';
import type { UiWords } from '@saubac/ui/words';

/** The words that components of the design system need, from the catalogue. */
export const uiWords = (words: AdminWords): UiWords => ({
  locale: words.locale,
  number: words.number,
  percent: words.percent,
  date: words.date,
  skipToContent: words.t('shell.skip'),
  menu: words.t('shell.menu'),
  loading: words.t('shell.loading'),
  retry: words.t('shell.retry'),
  failedTitle: words.t('shell.failed'),
  requestId: (id) => words.t('shell.requestId', { id }),
  noPermissionTitle: words.t('shell.noPermission'),
  cancel: words.t('shell.cancel'),
  close: words.t('shell.close'),
  dayForm: words.t('shell.dayForm'),
  dayWrong: words.t('shell.dayWrong'),
  openCalendar: words.t('shell.openCalendar'),
  calendar: words.t('shell.calendar'),
  previousMonth: words.t('shell.previousMonth'),
  nextMonth: words.t('shell.nextMonth'),
  formFaults: words.t('shell.formFaults'),
  rowsOf: (shown, total) => {
    if (total === undefined) return words.t('shell.rowsShown', { shown });
    return shown >= total ? words.t('shell.rowsAll', { total }) : words.t('shell.rowsOf', { shown, total });
  },
  loadingMore: words.t('shell.loadingMore'),
  sortedUp: words.t('shell.sortedUp'),
  sortedDown: words.t('shell.sortedDown'),
  goal: words.t('shell.goal'),
});
