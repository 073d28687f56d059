import type { Locale } from '@saubac/domain/values';
import { createContext, use } from 'react';

/** The words and formats that components of the design system need. They come from the catalogue of whoever uses it. */
export type UiWords = {
  locale: Locale;
  number: (value: number) => string;
  percent: (value: number) => string;
  date: (day: string) => string;
  skipToContent: string;
  menu: string;
  loading: string;
  retry: string;
  failedTitle: string;
  /** `Mã yêu cầu: …`, by which an operator finds a fault. */
  requestId: (id: string) => string;
  noPermissionTitle: string;
  cancel: string;
  close: string;
  dayForm: string;
  dayWrong: string;
  openCalendar: string;
  calendar: string;
  previousMonth: string;
  nextMonth: string;
  /** The heading of the summary of faults of a form. */
  formFaults: string;
  /** How many rows are here of how many. */
  rowsOf: (shown: number, total: number | undefined) => string;
  loadingMore: string;
  sortedUp: string;
  sortedDown: string;
  goal: string;
};

const Context = createContext<UiWords | undefined>(undefined);

/** Gives the words to all that is inside. */
export const UiWordsProvider = Context.Provider;

/** The words of the design system in the language of the screen. */
export const useUiWords = (): UiWords => {
  const words = use(Context);
  if (!words) throw new Error('UiWordsProvider is missing above this component.');
  return words;
};
