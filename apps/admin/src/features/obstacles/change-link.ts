/** Whether an address within the tenant can be meant: as the API takes it. */
export const isChangeLink = (link: string): boolean => /^\/[a-z][\w/?=&.-]*$/.test(link);

/** Pages of which there is one, where a change that came of a proposal is seen. */
export const changedPages = { equivalence: '/equivalence', standards: '/standards', issuers: '/issuers', settings: '/settings', tasks: '/tasks' } as const;

/** What a change is, as it is picked. */
export const changeKinds = ['plan-version', 'unit-change', 'equivalence', 'standards', 'issuers', 'settings', 'tasks', 'other'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The beginning of the addresses of a kind of which there are many. */
export const changePaths = { 'plan-version': '/plan/versions/', 'unit-change': '/units/changes/' } as const;

/** What a link leads to; undefined for none. What is not known is any other address. */
export const changeKindOf = (link: string): ChangeKind | undefined => {
  if (link === '') return undefined;
  for (const kind of ['plan-version', 'unit-change'] as const) if (/^[\w-]+$/.test(link.startsWith(changePaths[kind]) ? link.slice(changePaths[kind].length) : '')) return kind;
  return changeKinds.find((kind) => kind in changedPages && changedPages[kind as keyof typeof changedPages] === link) ?? 'other';
};
