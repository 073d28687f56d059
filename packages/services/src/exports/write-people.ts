import { dateInWords, kinds } from '@saubac/domain/people';
import { ok, type UnitScope } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

import { type Ctx, narrowedTo } from '../context/index.ts';
import { listPeople, type PeoplePage as ListPage } from '../people/index.ts';
import { writeList } from '../roster/index.ts';
import { factDefinitions, people, type PeoplePage, type PersonWithReason, reasonInWords } from '../targets/index.ts';
import { type OrderOf, pageSize, type Writing, type Written } from './writing.ts';

const behindRow = ({ fullName, birthDate, birthPrecision, unitCode, unitName, reached, ...rest }: PersonWithReason, out: boolean, ctx: Ctx, words: Words): string[] => [
  fullName, birthDate === null ? '' : dateInWords(birthDate, birthPrecision), unitCode, unitName,
  words.t(out ? 'reasons.out' : reached ? 'reasons.reached' : 'reasons.missing'), reasonInWords({ reached, reason: rest.reason }, factDefinitions(ctx.registry), words),
];

/** Writes the people behind a figure of a target, each with the reason. */
export const writePeopleBehind = async (all: Ctx, order: OrderOf<'people-behind-target'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const ctx = narrowedTo(all, scope);
  const { on, target, group, unit, search, planVersion } = order;
  const pageAfter = (after: PeoplePage['next']) => people(ctx, { on, target, group, after, search, limit: pageSize, unit: unit ?? undefined, planVersion: planVersion ?? undefined });
  const first = await pageAfter(null);
  if (!first.ok) return first;
  async function* rows(page: PeoplePage): AsyncGenerator<string[]> {
    for (let now = page; ; ) {
      for (const it of now.people) {
        onRow();
        yield behindRow(it, group === 'out', ctx, words);
      }
      if (now.next === null) return;
      const following = await pageAfter(now.next);
      if (!following.ok) throw new Error(following.failure.kind);
      now = following.value;
    }
  }
  const columns = [
    { heading: words.t('targets.name'), width: 28 }, { heading: words.t('targets.birthDate'), width: 12 }, { heading: words.t('exports.unitCode'), width: 14 }, { heading: words.t('exports.unitName'), width: 36 },
    { heading: words.t('targets.reached'), width: 14 }, { heading: words.t('targets.reason'), width: 60 },
  ];
  await writeList(path, format, { name: words.t('exports.people'), columns, rows: rows(first.value) });
  return ok({ scope });
};

const kindNames = new Map<string, (typeof kinds)[number]['label']>(kinds.map(({ code, label }) => [code, label]));

const listedRow = ({ fullName, birth, idNumber, unit, post, office, kind, rank, levels }: ListPage['people'][number], words: Words): string[] => {
  const name = kindNames.get(kind);
  return [
    fullName, birth === null ? '' : dateInWords(birth.date, birth.precision), idNumber ?? '', unit.code, unit.name, office ?? '', post?.name ?? '',
    name ? words.text(name) : kind, rank ?? '', levels.map(({ language, level }) => `${language} ${level}`).join(', '),
  ];
};

/** Writes a list of people as it was narrowed; identification numbers as far as their reader may read them. */
export const writePeople = async (all: Ctx, { on, filter, order }: OrderOf<'people'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const ctx = narrowedTo(all, scope);
  const { search, kind, rank, officeRank, certificateState, level, language, unit, leader, sex } = filter;
  const asked = {
    on, order, unit, leader, sex, text: search, kinds: kind === undefined ? undefined : [kind], ranks: rank === undefined ? undefined : [rank], officeRanks: officeRank && [officeRank],
    certificateStates: certificateState && [certificateState], level: level === undefined ? undefined : { atLeast: level, language },
  };
  const pageAfter = (after: ListPage['next']) => listPeople(ctx, { ...asked, after, limit: pageSize });
  const first = await pageAfter(null);
  if (!first.ok) return first;
  async function* rows(page: ListPage): AsyncGenerator<string[]> {
    for (let now = page; ; ) {
      for (const it of now.people) {
        onRow();
        yield listedRow(it, words);
      }
      if (now.next === null) return;
      const following = await pageAfter(now.next);
      if (!following.ok) throw new Error(following.failure.kind);
      now = following.value;
    }
  }
  const columns = [
    { heading: words.t('targets.name'), width: 28 }, { heading: words.t('targets.birthDate'), width: 12 }, { heading: words.t('exports.idNumber'), width: 16 }, { heading: words.t('exports.unitCode'), width: 14 },
    { heading: words.t('exports.unitName'), width: 36 }, { heading: words.t('exports.office'), width: 26 }, { heading: words.t('exports.post'), width: 26 }, { heading: words.t('exports.kind'), width: 16 },
    { heading: words.t('exports.rank'), width: 12 }, { heading: words.t('exports.levels'), width: 14 },
  ];
  await writeList(path, format, { name: words.t('exports.people'), columns, rows: rows(first.value) });
  return ok({ scope });
};
