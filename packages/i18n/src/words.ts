import { textIn, type IsoDate, type Locale, type LocalText } from '@saubac/domain/values';
import { createInstance, type i18n } from 'i18next';
import type { Placeholders, Singular } from './catalogue.ts';
import { en } from './catalogues/en/index.ts';
import { vi } from './catalogues/vi/index.ts';
import { formatDate, formatList, formatNumber, formatPercent } from './format.ts';

type Areas = typeof vi;
type KeysOf<Area extends keyof Areas> = `${Area}.${Singular<keyof Areas[Area] & string>}`;

/** A key of the catalogues: area, dot, name. */
export type WordKey = { [Area in keyof Areas]: KeysOf<Area> }[keyof Areas];

/** The kinds of refusal that have words: a failure of another kind does not compile where it is to be told. */
export type RefusalKind = Singular<keyof Areas['refusals'] & string>;

/** The names of an area without their plural endings. */
export type NameIn<Area extends keyof Areas> = Singular<keyof Areas[Area] & string>;

/** The codes of outages that have words. */
export type OutageCode = keyof Areas['cluster'] & string;

type TextOf<Key extends WordKey> = Key extends `${infer Area extends keyof Areas & string}.${infer Name}`
  ? Name extends keyof Areas[Area]
    ? Areas[Area][Name] & string
    : `${Name}_other` extends keyof Areas[Area]
      ? Areas[Area][`${Name}_other` & keyof Areas[Area]] & string
      : never
  : never;

type Value = string | number | readonly string[];
type ParametersOf<Key extends WordKey> = [Placeholders<TextOf<Key>>] extends [never]
  ? []
  : [values: { readonly [Name in Placeholders<TextOf<Key>>]: Value }];

/** The words of one language: texts of the catalogues, and numbers, dates and names as they are written and sorted there. */
export type Words = {
  locale: Locale;
  /** A text of the catalogues with its values put in; both are checked by the compiler. */
  t: <Key extends WordKey>(key: Key, ...values: ParametersOf<Key>) => string;
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

const createTranslator = (locale: Locale): i18n => {
  const instance = createInstance();
  // Everything is in memory, so it is ready at once; escaping would be for pages, which React does itself.
  void instance.init({
    lng: locale,
    fallbackLng: 'vi',
    ns: Object.keys(vi),
    resources: { vi, en },
    nsSeparator: '.',
    keySeparator: false,
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  instance.services.formatter?.add('date', (value) => formatDate(String(value)));
  instance.services.formatter?.add('percent', (value) => formatPercent(Number(value), locale));
  instance.services.formatter?.add('number', (value) => formatNumber(Number(value), locale));
  instance.services.formatter?.add('list', (value) => formatList(Array.isArray(value) ? value.map(String) : [String(value)], locale));
  return instance;
};

/** Makes the words of a language. */
export const createWords = (locale: Locale): Words => {
  const translator = createTranslator(locale);
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
