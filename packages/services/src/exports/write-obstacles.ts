import { dateInWords } from '@saubac/domain/people';
import { type IsoDate, ok, type UnitScope } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

import { type Ctx, narrowedTo } from '../context/index.ts';
import { listObstacles, type Obstacle } from '../obstacles/index.ts';
import { writeList } from '../roster/index.ts';
import { type OrderOf, pageSize, type Writing, type Written } from './writing.ts';

const dayOf = (day: IsoDate | null): string => (day === null ? '' : dateInWords(day, 'day'));

const rowOf = (it: Obstacle, words: Words): string[] => {
  const given = it.state === 'answered' || it.state === 'closed';
  return [
    dayOf(it.raisedOn), it.unit?.code ?? '', it.unit?.name ?? '', it.raisedLabel, it.concerns === null ? (it.about ?? '') : words.text(it.concerns.title), it.text, it.proposal, words.t(`duties.obstacle-${it.state}`), dayOf(it.dueOn),
    it.late ? words.t('duties.state-late') : '', given ? (it.answer ?? '') : '', given ? dayOf(it.answeredOn) : '', given ? (it.answeredBy ?? '') : '', given ? (it.changeLink ?? '') : '', words.t(it.published ? 'duties.yes' : 'duties.no'),
  ];
};

const columnsOf = (words: Words) => {
  const column = (heading: string, width: number) => ({ heading, width });
  return [
    column(words.t('duties.raisedOn'), 12), column(words.t('exports.unitCode'), 14), column(words.t('exports.unitName'), 36), column(words.t('duties.raisedBy'), 26), column(words.t('duties.concerns'), 48), column(words.t('duties.obstacle'), 60),
    column(words.t('duties.proposal'), 60), column(words.t('duties.state'), 16), column(words.t('duties.dueOn'), 14), column(words.t('duties.late'), 12), column(words.t('duties.answer'), 60), column(words.t('duties.answeredOn'), 14),
    column(words.t('duties.answeredBy'), 26), column(words.t('duties.change'), 30), column(words.t('duties.published'), 14),
  ];
};

/** Writes obstacles and proposals with their answers, the latest first, as they were filtered and as far as the caller may read them. */
export const writeObstacles = async (all: Ctx, { kind: _, on: _on, ...asked }: OrderOf<'obstacles'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const ctx = narrowedTo(all, scope);
  const { state, unit, about, text, late } = asked;
  const filter = { state: state ?? undefined, unit: unit ?? undefined, about: about ?? undefined, text: text ?? undefined, late };
  const pageAfter = (after: number) => listObstacles(ctx, { ...filter, after, limit: pageSize });
  const first = await pageAfter(0);
  if (!first.ok) return first;
  async function* rows(): AsyncGenerator<string[]> {
    for (let page = first; page.ok; page = await pageAfter(page.value.next)) {
      for (const it of page.value.obstacles) {
        onRow();
        yield rowOf(it, words);
      }
      if (page.value.next === null) return;
    }
    throw new Error('A page of obstacles was refused.');
  }
  await writeList(path, format, { name: words.t('duties.obstacles'), columns: columnsOf(words), rows: rows() });
  return ok({ scope });
};
