import { explainRoute, peopleBehindRoute, progressByUnitRoute, progressRoute } from '@saubac/contract/figures';
import type { FactDefinitions } from '@saubac/domain/rules';
import type { Locale, PersonId } from '@saubac/domain/values';
import {
  explain, explanationInWords, factDefinitions, people, type PersonWithReason, type PlanProgress, progress, progressByUnit, reasonInWords, type TargetExplanation, type UnitProgress,
} from '@saubac/services/targets';
import { nameCursor, readCursor, refuse, words, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

const told = (it: PlanProgress, locale: Locale) => ({ ...it, statusText: words[locale].t(`targets.status-${it.status}`) });

/** Somebody behind a figure, with the conditions that decided and their sentence. */
export const shownPerson = ({ id, fullName, birthDate, birthPrecision, unitCode, unitName, reached, reason }: PersonWithReason, definitions: FactDefinitions, locale: Locale) => ({
  id,
  fullName,
  birthDate,
  birthPrecision,
  unit: { code: unitCode, name: unitName },
  reason: reason.map(({ condition, value, holds, unknown }) => ({ condition, value, holds, unknown })),
  sentence: reasonInWords({ reached, reason }, definitions, words[locale]),
});

type Order = 'unit' | 'name' | 'percent' | 'missing' | 'denominator';

const greatest = (key: 'missing' | 'denominator') => (a: UnitProgress, b: UnitProgress) => (b.progress[key] ?? 0) - (a.progress[key] ?? 0);

/** Rows stand in the order of their units; those without a percentage come last where that is the order. */
const inOrder = (units: readonly UnitProgress[], order: Order, locale: Locale): UnitProgress[] => {
  if (order === 'unit') return [...units];
  if (order === 'name') return units.toSorted((a, b) => words[locale].compare(a.name, b.name));
  if (order === 'percent') return units.toSorted((a, b) => (a.progress.percent ?? Infinity) - (b.progress.percent ?? Infinity) || 0);
  return units.toSorted(greatest(order));
};

const shownExplanation = ({ documents: _, level: { answer, certificates, names }, ...it }: TargetExplanation, lines: string[]) => ({
  on: answer.date,
  ...it,
  level: answer.level,
  certificates: certificates.map(({ id, type, examDate }) => ({ id, type: names.types[type] ?? { vi: type }, examDate })),
  lines,
});


export const figureRoutes = tenantRoutes((app) => {
  app.openapi(progressRoute, async (c) => {
    const { ctx, locale } = c.var;
    const { on = ctx.today, ...question } = c.req.valid('query');
    const answers = await progress(ctx, { on, ...question });
    return answers.ok ? c.answer({ on, items: answers.value.map((it) => told(it, locale)) }, 200) : refuse(c, answers.failure);
  });
  app.openapi(peopleBehindRoute, async (c) => {
    const { ctx, locale } = c.var;
    const { on = ctx.today, after, ...question } = c.req.valid('query');
    const from = readCursor(nameCursor, after);
    if (!from.ok) return refuse(c, from.failure);
    const place = from.value && { nameSort: from.value.nameSort, id: from.value.id as PersonId };
    const page = await people(ctx, { on, ...question, target: c.req.valid('param').target, after: place });
    if (!page.ok) return refuse(c, page.failure);
    const definitions = factDefinitions(ctx.registry);
    return c.answer({ items: page.value.people.map((it) => ({ ...shownPerson(it, definitions, locale), reached: it.reached })), next: writeCursor(page.value.next) }, 200);
  });
  app.openapi(progressByUnitRoute, async (c) => {
    const { ctx, locale } = c.var;
    const { on = ctx.today, order, ...question } = c.req.valid('query');
    const table = await progressByUnit(ctx, { on, ...question, target: c.req.valid('param').target });
    return table.ok ? c.answer({ on, ...table.value, units: inOrder(table.value.units, order, locale) }, 200) : refuse(c, table.failure);
  });
  app.openapi(explainRoute, async (c) => {
    const { ctx, locale } = c.var;
    const { on = ctx.today, ...question } = c.req.valid('query');
    const { target, person } = c.req.valid('param');
    const explained = await explain(ctx, { on, ...question, target, person });
    if (!explained.ok) return refuse(c, explained.failure);
    return c.answer(shownExplanation(explained.value, explanationInWords(explained.value, factDefinitions(ctx.registry), words[locale])), 200);
  });
});
