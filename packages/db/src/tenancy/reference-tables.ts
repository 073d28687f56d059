/** The tables of `platform` that tenants may read and reference, in the order in which they may be filled. */
export const referenceTables = [
  'provinces',
  'government_levels',
  'languages',
  'frameworks',
  'framework_levels',
  'office_ranks',
  'ranks',
  'certificate_types',
  'equivalence_tables',
  'holidays',
] as const;

export type ReferenceTable = (typeof referenceTables)[number];

/** The tables of `platform` that say which tenants there are and what opens them. */
export const registryTables = ['tenants', 'tenant_aliases', 'tenant_secrets'] as const;
