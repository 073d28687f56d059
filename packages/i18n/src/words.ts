import { textIn, type IsoDate, type Locale, type LocalText } from '@saubac/domain/values';
import type { Singular } from './catalogue.ts';
import { en } from './catalogues/en/index.ts';
import { vi } from './catalogues/vi/index.ts';
import { formatDate, formatNumber, formatPercent } from './format.ts';
import { createTranslator } from './translator.ts';
import type { KeyOf, ParametersOf } from './typed-keys.ts';

type Areas = typeof vi;

/** A key of the catalogues: area, dot, name. */
export type WordKey = KeyOf<Areas>;

/** The kinds of refusal that have words: a failure of another kind does not compile where it is to be told. */
export type RefusalKind = Singular<keyof Areas['refusals'] & string>;

/** The names of an area without their plural endings. */
export type NameIn<Area extends keyof Areas> = Singular<keyof Areas[Area] & string>;

/** The codes of outages that have words. */
export type OutageCode = keyof Areas['cluster'] & string;

/** The words of one language: texts of the catalogues, and numbers, dates and names as they are written and sorted there. */
export type Words = {
  locale: Locale;
  /** A text of the catalogues with its values put in; both are checked by the compiler. */
  t: <Key extends WordKey>(key: Key, ...values: ParametersOf<Areas, Key>) => string;
  /** Why something was refused, in a sentence. The fields of the failure are its values. */
  refusal: (failure: { readonly kind: RefusalKind } & Readonly<Record<string, unknown>>) => string;
  /** A value told apart by its kind, in the words that an area has for each kind. Its fields are the values. */
  told: <Area extends keyof Areas>(area: Area, it: { readonly kind: NameIn<Area> } & Readonly<Record<string, unknown>>) => string;
  /** The word of an area for a name that is data (a key of a file, a code); the name itself where the area has none. */
  named: (area: keyof Areas, name: string) => string;
  /** The names that an area has words for. */
  namesIn: (area: keyof Areas) => string[];
  /** What went wrong outside anybody's decision, in a sentence. */
  outage: (code: OutageCode, values: Readonly<Record<string, unknown>>) => string;
  /** A text that is data. */
  text: (text: LocalText) => string;
  /** `1.234,5` */
  number: (value: number) => string;
  /** `12,5 %` */
  percent: (value: number) => string;
  /** `31/12/2025` */
  date: (date: IsoDate) => string;
  /** Order of Vietnamese (or English) words, for sorting. */
  compare: (a: string, b: string) => number;
};

/** Makes the words of a language. */
export const createWords = (locale: Locale): Words => {
  const translator = createTranslator(locale, { vi, en });
  const collator = new Intl.Collator(locale, { numeric: true });
  const say = (key: string, values: Readonly<Record<string, unknown>>): string => translator.t(key, values);
  return {
    locale,
    t: (key, ...[values]) => say(key, values ?? {}),
    refusal: ({ kind, ...values }) => say(`refusals.${kind}`, values),
    told: (area, { kind, ...values }) => say(`${area}.${kind}`, values),
    named: (area, name) => {
      // A dot parts area and name, so that of a path stands as a hyphen in the catalogue.
      const key = `${area}.${name.replaceAll('.', '-')}`;
      return translator.exists(key) ? say(key, {}) : name;
    },
    namesIn: (area) => [...new Set(Object.keys(vi[area]).map((it) => it.replace(/_(zero|one|two|few|many|other)$/, '')))],
    outage: (code, values) => say(`cluster.${code}`, values),
    text: (text) => textIn(text, locale),
    number: (value) => formatNumber(value, locale),
    percent: (value) => formatPercent(value, locale),
    date: formatDate,
    compare: collator.compare,
  };
};
