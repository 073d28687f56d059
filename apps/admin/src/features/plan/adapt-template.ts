import { conditionsOf } from '@saubac/domain/rules';
import { isObject, type Json, listAt } from './json/place.ts';
import { readRule } from './rule/read-rule.ts';

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** What a plan is called until somebody says otherwise, by the place it is for. */
export const usualTitle = (place: string): { vi: string; en: string } => ({
  vi: `Kế hoạch học tập ngoại ngữ cho cán bộ, công chức, viên chức giai đoạn 2019 - 2030 của ${lowerFirst(place)}`,
  en: `Plan of foreign-language learning for cadres, civil servants and public employees, 2019–2030, of ${place}`,
});

/** Who issues it until somebody says otherwise. */
export const usualIssuer = (place: string): { vi: string; en: string } => ({ vi: `Ủy ban nhân dân ${lowerFirst(place)}`, en: `People’s Committee of ${place}` });

/** What a province says of its own plan when it begins with the national one. */
export type OwnPlan = { tenant: string; title: string; number: string; issuer: string; issuedOn: string | null };

/** Whether a target counts people of central bodies alone, whom no province has. */
const isCentral = (target: Json): boolean => {
  const cohort = isObject(target) ? readRule(target['cohort']) : undefined;
  return cohort !== undefined && conditionsOf(cohort).some((it) => it.fact === 'governmentLevel' && 'in' in it && it.in.every((code) => code === 'central'));
};

const answering = (target: Json): Json => (isObject(target) && target['nationalRow'] === undefined ? { ...target, nationalRow: target['id'] } : target);

/**
 * The national plan as the plan of a province: its own document, name and id; each target answers the row of the national plan that it was;
 * the rows of central bodies are left out. All clauses still cite the national decision until somebody names those of the province.
 */
export const adaptTemplate = (template: Json, own: OwnPlan): Readonly<Record<string, Json>> => {
  const document = { id: 'plan', number: own.number || null, title: { vi: own.title }, kind: 'plan', issuer: { vi: own.issuer }, issuedOn: own.issuedOn };
  const plan = isObject(template) ? template : {};
  return {
    ...plan,
    id: `plan-${own.tenant}`,
    title: { vi: own.title },
    documents: [document, ...listAt(plan, ['documents']).filter((it) => !isObject(it) || it['id'] !== 'plan')],
    targets: listAt(plan, ['targets']).filter((it) => !isCentral(it)).map(answering),
  };
};
