import { textIn, type IsoDate, type Locale, type LocalText } from '@saubac/domain/values';
import type { adminVi } from '../catalogues/vi/admin/index.ts';
import { formatDate, formatMoment, formatNumber, formatPercent } from '../format.ts';
import { createTranslator } from '../translator.ts';
import type { KeyOf, ParametersOf } from '../typed-keys.ts';

type Admin = typeof adminVi;

/** A key of the screens' catalogue: area, dot, name. */
export type AdminKey = KeyOf<Admin>;

/** The words of the screens in one language, and how numbers, days and names are written there. */
export type AdminWords = {
  locale: Locale;
  /** A text with its values put in; both are checked by the compiler. */
  t: <Key extends AdminKey>(key: Key, ...values: ParametersOf<Admin, Key>) => string;
  /** The word of an area for a name that is data (a state, a role); the name itself where the area has none. */
  named: (area: keyof Admin, name: string) => string;
  /** A text that is data. */
  text: (text: LocalText) => string;
  /** `1.234,5` */
  number: (value: number) => string;
  /** `12,5 %` */
  percent: (value: number) => string;
  /** `31/12/2025` */
  date: (day: IsoDate | string) => string;
  /** A moment of UTC by the clock of Vietnam: `08:05 31/12/2025`. */
  moment: (moment: string) => string;
  /** Order of words, for sorting. */
  compare: (a: string, b: string) => number;
};

// One language comes to a browser at a time, and nothing of what only the server says.
const catalogues = {
  vi: () => import('../catalogues/vi/admin/index.ts').then((it) => it.adminVi),
  en: () => import('../catalogues/en/admin/index.ts').then((it) => it.adminEn),
};

/** Fetches the words of a language. */
export const loadAdminWords = async (locale: Locale): Promise<AdminWords> => {
  const translator = createTranslator(locale, { [locale]: await catalogues[locale]() });
  const collator = new Intl.Collator(locale, { numeric: true });
  const say = (key: string, values: Readonly<Record<string, unknown>>): string => translator.t(key, values);
  return {
    locale,
    t: (key, ...[values]) => say(key, values ?? {}),
    named: (area, name) => {
      const key = `${area}.${name.replaceAll('.', '-')}`;
      return translator.exists(key) ? say(key, {}) : name;
    },
    text: (text) => textIn(text, locale),
    number: (value) => formatNumber(value, locale),
    percent: (value) => formatPercent(value, locale),
    date: formatDate,
    moment: formatMoment,
    compare: collator.compare,
  };
};
