import type { IsoDate } from '../values/index.ts';

/** The rules by which levels and facts were worked out, as of the cut-off date: enough to say which were in force, and a digest of everything in them. */
export type RulesThen = {
  /** Equivalence tables adopted then. `digest`: of their rows. */
  tables: { code: string; from: IsoDate; basis: string | null; digest: string }[];
  /** How long certificates of a type were valid then, in months; null: without limit. */
  validity: { type: string; months: number | null; from: IsoDate; basis: string | null }[];
  /** What proved a specialised language then. */
  proofs: { type: string; from: IsoDate; basis: string | null }[];
  /** Decisions about single certificates, and licences of issuers: how many, and a digest of them. */
  decisions: { count: number; digest: string };
  licences: { count: number; digest: string };
  /** Plugins whose facts could be asked. */
  plugins: { id: string; version: string }[];
};
