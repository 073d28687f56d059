import type { Locale } from '@saubac/domain/values';
import { type AdminWords, type LaterArea, loadAdminWords } from '@saubac/i18n/admin';
import { lazyRouteComponent } from '@tanstack/react-router';

const needed = new Set<LaterArea>();
let spoken: AdminWords | undefined;

/** The words of a language, with those of all pages that were opened. They are from now on the ones that pages add theirs to. */
export const speakLocale = async (locale: Locale): Promise<AdminWords> => {
  const words = await loadAdminWords(locale, [...needed]);
  spoken = words;
  return words;
};

/** A page that is fetched when it is opened, together with the words that it needs. */
export const lazyPage = <Module extends Record<string, unknown>, Name extends keyof Module & string>(areas: readonly LaterArea[], load: () => Promise<Module>, name: Name) =>
  lazyRouteComponent(async () => {
    for (const area of areas) needed.add(area);
    const [page] = await Promise.all([load(), spoken?.fetch(areas)]);
    return page;
  }, name);
