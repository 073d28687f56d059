import { dateInWords } from '@saubac/domain/people';
import { type IsoDate, ok, type UnitId, type UnitScope } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

import { type Ctx, narrowedTo } from '../context/index.ts';
import { type SheetDuty, sheetOfDuties } from '../duties/index.ts';
import { writeList } from '../roster/index.ts';
import type { OrderOf, Writing, Written } from './writing.ts';

// Each duty brings the people of its unit.
const pageSize = 200;

const dayOf = (day: IsoDate | null): string => (day === null ? '' : dateInWords(day, 'day'));

const rowOf = (it: SheetDuty, words: Words): (string | number | null)[] => [
  words.text(it.bodyName), it.unit?.code ?? '', it.unit?.name ?? '', words.text(it.title), it.topic === null ? '' : words.t(`duties.topic-${it.topic}`), it.clause ?? '', it.coordinating.map((body) => words.text(body)).join('; '),
  dayOf(it.from), dayOf(it.to), words.t(it.late ? 'duties.state-late' : `duties.state-${it.state}`), it.daysLate, dayOf(it.reportedOn), it.handedInBy ?? '', it.report?.text ?? '', it.report?.figure ?? null,
  it.report?.document ?? '', it.proofs.join('; '), it.sentBack ?? '', it.reach?.sessions ?? null, it.reach?.heads ?? null, (it.unit && it.reach?.reached) ?? null, (it.unit && it.reach?.due) ?? null,
];

const columnsOf = (words: Words) => {
  const column = (heading: string, width: number) => ({ heading, width });
  return [
    column(words.t('duties.body'), 30), column(words.t('exports.unitCode'), 14), column(words.t('exports.unitName'), 36), column(words.t('duties.task'), 60), column(words.t('duties.topic'), 22), column(words.t('duties.clause'), 12),
    column(words.t('duties.coordinating'), 36), column(words.t('duties.from'), 12), column(words.t('duties.to'), 12), column(words.t('duties.state'), 18), column(words.t('duties.daysLate'), 12), column(words.t('duties.reportedOn'), 14),
    column(words.t('duties.handedInBy'), 26), column(words.t('duties.report'), 60), column(words.t('duties.figure'), 12), column(words.t('duties.document'), 24), column(words.t('duties.proofs'), 40), column(words.t('duties.sentBack'), 40),
    column(words.t('duties.sessions'), 10), column(words.t('duties.heads'), 14), column(words.t('duties.reached'), 16), column(words.t('duties.due'), 16),
  ];
};

/** Writes what the plans ask of whom in a year and how it stands, as it was filtered and as far as the caller may see it. */
export const writeDuties = async (all: Ctx, { kind: _, ...asked }: OrderOf<'duties'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const ctx = narrowedTo(all, scope);
  const { year, body, task, unit, topic, state, late } = asked;
  const filter = { year, body: body ?? undefined, task: task ?? undefined, unit: (unit ?? undefined) as UnitId | undefined, topic: topic ?? undefined, state: state ?? undefined, late };
  const pageAfter = (after: number) => sheetOfDuties(ctx, { ...filter, after, limit: pageSize });
  const first = await pageAfter(0);
  if (!first.ok) return first;
  async function* rows(): AsyncGenerator<(string | number | null)[]> {
    for (let page = first; page.ok; page = await pageAfter(page.value.next)) {
      for (const it of page.value.duties) {
        onRow();
        yield rowOf(it, words);
      }
      if (page.value.next === null) return;
    }
    throw new Error('A page of duties was refused.');
  }
  await writeList(path, format, { name: words.t('duties.sheet'), columns: columnsOf(words), rows: rows() });
  return ok({ scope });
};
