import type { Locale } from '@saubac/domain/values';
import { createInstance, type i18n, type Resource } from 'i18next';
import { formatDate, formatList, formatNumber, formatPercent } from './format.ts';

/** Makes what puts values into texts. Everything is in memory, so it is ready at once; escaping would be for pages, which React does itself. */
export const createTranslator = (locale: Locale, resources: Resource): i18n => {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: 'vi',
    ns: Object.keys(resources[locale] ?? {}),
    resources,
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
