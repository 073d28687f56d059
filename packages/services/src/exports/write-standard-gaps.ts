import { languageNames } from '@saubac/db/levels';
import { ok, type UnitScope } from '@saubac/domain/values';

import { type Ctx, narrowedTo } from '../context/index.ts';
import { type ListCell, writeList } from '../roster/index.ts';
import { type GapsPlace, listStandardGaps } from '../standards/index.ts';
import { type OrderOf, pageSize, type Writing, type Written } from './writing.ts';

/** Writes who falls short of what his posts require, in name order, as far as the caller may see it. */
export const writeStandardGaps = async (all: Ctx, { on, unit }: OrderOf<'standard-gaps'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const ctx = narrowedTo(all, scope);
  const pageAfter = (after: GapsPlace | null) => listStandardGaps(ctx, { on, unit: unit ?? undefined, after, limit: pageSize });
  const first = await pageAfter(null);
  if (!first.ok) return first;
  const languages = await languageNames(ctx.db);
  const languageOf = (code: string | null) => (code === null ? words.t('standards.anyLanguage') : words.text(languages[code] ?? { vi: code }));
  async function* rows(): AsyncGenerator<ListCell[]> {
    for (let page = first; page.ok; page = await pageAfter(page.value.next)) {
      for (const it of page.value.gaps) {
        onRow();
        yield [it.fullName, it.unitCode, it.unitName, it.post, languageOf(it.language), it.required, it.held];
      }
      if (page.value.next === null) return;
    }
    throw new Error('A page of gaps was refused.');
  }
  const columns = [
    { heading: words.t('targets.name'), width: 28 }, { heading: words.t('exports.unitCode'), width: 14 }, { heading: words.t('exports.unitName'), width: 36 }, { heading: words.t('standards.post'), width: 36 },
    { heading: words.t('exports.language'), width: 18 }, { heading: words.t('standards.requiredLevel'), width: 12 }, { heading: words.t('standards.held'), width: 12 },
  ];
  await writeList(path, format, { name: words.t('exports.gaps'), columns, rows: rows() });
  return ok({ scope });
};
