import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** What the audit is looked through by; days are inclusive. */
export type AuditFilter = { from?: string; to?: string; actor?: string; act?: string; kind?: string; subject?: string };

const pageSize = 100;

const asked = ({ from, to, actor, act, kind, subject }: AuditFilter) => ({
  ...(from ? { from } : {}), ...(to ? { to } : {}), ...(actor ? { actor } : {}), ...(act ? { act } : {}), ...(kind ? { subjectKind: kind } : {}), ...(subject ? { subject } : {}),
});

/** The acts of a filter, latest first, page by page. */
export const auditQuery = (tenant: string, filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'audit', 'list', asked(filter)],
    queryFn: ({ pageParam, signal }) =>
      ask((api) => api.listAudit({ params: { tenant }, query: { ...asked(filter), limit: pageSize, ...(pageParam === '' ? { total: 'true' as const } : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** What can be looked through by. */
export const choicesQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'audit', 'choices'], queryFn: ({ signal }) => ask((api) => api.auditChoices({ params: { tenant } }, { signal })) });

/** One act with what it changed, and the rows of a bulk write page by page. */
export const entryQuery = (tenant: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'audit', 'entry', id],
    queryFn: ({ pageParam, signal }) =>
      ask((api) => api.getAuditEntry({ params: { tenant, id }, query: { limit: 50, ...(pageParam === '' ? { total: 'true' as const } : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.details.next ?? undefined,
  });

/** What the last check of the whole audit found. */
export const lastCheckQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'audit', 'check'], queryFn: ({ signal }) => ask((api) => api.lastAuditCheck({ params: { tenant } }, { signal })) });

/** People to pick from, by what was typed. */
export const peopleChoicesQuery = (tenant: string, search: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'people-choices', search],
    queryFn: ({ signal }) => ask((api) => api.listPeople({ params: { tenant }, query: { ...(search ? { search } : {}), limit: 30 } }, { signal })),
    placeholderData: keepPreviousData,
  });

/** Who opened the file of a person, hour by hour. */
export const readersQuery = (tenant: string, person: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'person', person, 'readers'],
    queryFn: ({ pageParam, signal }) => ask((api) => api.personReaders({ params: { tenant, id: person }, query: { limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Before this day nobody used the product: the national programme began with it. */
const firstDay = '2019-11-19';

/** The audit as it is filtered, as a file is ordered. */
export const exportOf = ({ from = firstDay, to, ...filter }: AuditFilter, today: string) => ({ kind: 'audit' as const, ...asked(filter), from, to: to ?? today, format: 'xlsx' as const });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** An act in the list. */
export type ListedAct = Answer<ReturnType<typeof auditQuery>>['items'][number];
/** An act with what it changed. */
export type Entry = Answer<ReturnType<typeof entryQuery>>;
/** What changed in one field. */
export type FieldChange = Entry['changes'][number];
