import { textIn, type IsoDate, type Locale, type LocalText } from '@saubac/domain/values';
import { laterEn } from '../catalogues/en/admin/later.ts';
import type { adminVi } from '../catalogues/vi/admin/index.ts';
import { laterVi } from '../catalogues/vi/admin/later.ts';
import { formatDate, formatMoment, formatNumber, formatPercent } from '../format.ts';
import { createTranslator } from '../translator.ts';
import type { KeyOf, ParametersOf } from '../typed-keys.ts';

/** An area of words that a page brings with it. */
export type LaterArea = keyof typeof laterVi;

type Admin = typeof adminVi & { readonly [Area in LaterArea]: Awaited<ReturnType<(typeof laterVi)[Area]>> };

/** A key of the screens' catalogue: area, dot, name. */
export type AdminKey = KeyOf<Admin>;

/** A key whose text needs no values. */
export type PlainAdminKey = { [Key in AdminKey]: ParametersOf<Admin, Key> extends [] ? Key : never }[AdminKey];

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
  /** Fetches areas that are not here yet; afterwards their keys have words. */
  fetch: (areas: readonly LaterArea[]) => Promise<void>;
};

// One language comes to a browser at a time, and nothing of what only the server says.
const catalogues = {
  vi: () => import('../catalogues/vi/admin/index.ts').then((it) => it.adminVi),
  en: () => import('../catalogues/en/admin/index.ts').then((it) => it.adminEn),
};

const later = { vi: laterVi, en: laterEn };

/** Fetches the words of a language, with the areas that were fetched in another. */
export const loadAdminWords = async (locale: Locale, areas: readonly LaterArea[] = []): Promise<AdminWords> => {
  // A copy: areas that come later are put into what the translator was given.
  const translator = createTranslator(locale, { [locale]: { ...(await catalogues[locale]()) } });
  const fetch = async (asked: readonly LaterArea[]): Promise<void> => {
    const missing = asked.filter((area) => !translator.hasResourceBundle(locale, area));
    const texts = await Promise.all(missing.map((area) => later[locale][area]()));
    for (const [at, area] of missing.entries()) translator.addResourceBundle(locale, area, texts[at]);
  };
  await fetch(areas);
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
    fetch,
  };
};
