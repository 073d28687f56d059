import type { FactDefinition } from '@saubac/domain/rules';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** Every version of the tenant's plans. */
export const versionsQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'plans'], queryFn: ({ signal }) => ask((api) => api.listPlans({ params: { tenant } }, { signal })) });

/** One version, whole. */
export const versionQuery = (tenant: string, number: number) =>
  queryOptions({ queryKey: ['t', tenant, 'plan', number], queryFn: ({ signal }) => ask((api) => api.getPlan({ params: { tenant, number } }, { signal })), staleTime: 60_000 });

/** The newest drafts. */
export const draftsQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'plan-drafts'], queryFn: ({ signal }) => ask((api) => api.listPlanDrafts({ params: { tenant }, query: { limit: 100 } }, { signal })) });

/** One draft, whole. What is typed is kept beside it, so it is only fetched anew when it is opened. */
export const draftQuery = (tenant: string, id: string) =>
  queryOptions({ queryKey: ['t', tenant, 'plan-draft', id], queryFn: ({ signal }) => ask((api) => api.getPlanDraft({ params: { tenant, id } }, { signal })) });

/** What keeps a draft, as it is saved, from being put in force. */
export const draftProblemsQuery = (tenant: string, id: string, version: number) =>
  queryOptions({
    queryKey: ['t', tenant, 'plan-draft', id, 'problems', version],
    queryFn: ({ signal }) => ask((api) => api.checkPlanDraft({ params: { tenant, id } }, { signal })),
    placeholderData: keepPreviousData,
  });

/** What a draft would change, in words and in figures. */
export const draftEffectQuery = (tenant: string, id: string, { on, version }: { on: string; version: number }) =>
  queryOptions({
    queryKey: ['t', tenant, 'plan-draft', id, 'effect', { on, version }],
    queryFn: ({ signal }) => ask((api) => api.comparePlanDraft({ params: { tenant, id }, query: { on } }, { signal })),
  });

/** What rules may be made of. */
export const factsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'facts'],
    queryFn: async ({ signal }) => {
      const { facts, languages } = await ask((api) => api.listFacts({ params: { tenant } }, { signal }));
      // The answer is the definitions of the facts as they are; it only says of some parts that they may be undefined.
      return { facts: facts as readonly FactDefinition[], languages };
    },
    staleTime: 600_000,
  });

/** A rule asked about people. `among` is undefined where it is asked of everybody present. */
export type RuleAsked = { rule: unknown; on: string; milestone?: string | undefined; among?: unknown; draft?: string | undefined };

const bodyOf = ({ milestone, among, draft, ...rest }: RuleAsked) => ({
  ...rest, ...(milestone ? { milestone } : {}), ...(among === undefined ? {} : { among }), ...(draft ? { draft } : {}),
});

/** How many people a rule holds for. */
export const ruleCountQuery = (tenant: string, asked: RuleAsked) =>
  queryOptions({
    queryKey: ['t', tenant, 'rule-count', asked],
    queryFn: ({ signal }) => ask((api) => api.countRule({ params: { tenant }, body: bodyOf(asked) }, { signal })),
    placeholderData: keepPreviousData,
  });

/** Ten people for whom a rule holds. */
export const ruleSampleQuery = (tenant: string, asked: RuleAsked) =>
  queryOptions({
    queryKey: ['t', tenant, 'rule-sample', asked],
    queryFn: ({ signal }) => ask((api) => api.sampleRule({ params: { tenant }, body: { ...bodyOf(asked), limit: 10 } }, { signal })),
    placeholderData: keepPreviousData,
  });

/** What is wrong with a rule, in words. */
export const ruleProblemsQuery = (tenant: string, rule: unknown) =>
  queryOptions({ queryKey: ['t', tenant, 'rule-check', rule], queryFn: ({ signal }) => ask((api) => api.checkRule({ params: { tenant }, body: { rule } }, { signal })), staleTime: Infinity });

/** Units to pick from, by what was typed. */
export const unitPickQuery = (tenant: string, search: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'unit-search', { search, on: undefined }],
    queryFn: ({ signal }) => ask((api) => api.searchUnits({ params: { tenant }, query: { ...(search ? { search } : {}), limit: 50 } }, { signal })),
    placeholderData: keepPreviousData,
  });

/** The name of a unit. */
export const unitNameQuery = (tenant: string, unit: string) =>
  queryOptions({ queryKey: ['t', tenant, 'unit', unit], queryFn: ({ signal }) => ask((api) => api.getUnit({ params: { tenant, unit } }, { signal })), staleTime: 300_000 });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

export type Version = Answer<ReturnType<typeof versionsQuery>>['items'][number];
export type ListedDraft = Answer<ReturnType<typeof draftsQuery>>['items'][number];
export type Draft = Answer<ReturnType<typeof draftQuery>>;
export type PlanProblem = Answer<ReturnType<typeof draftProblemsQuery>>['items'][number];
export type Effect = Answer<ReturnType<typeof draftEffectQuery>>;
export type FactCatalogue = Answer<ReturnType<typeof factsQuery>>;
