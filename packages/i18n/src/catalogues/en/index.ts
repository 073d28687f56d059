import { accountRefusals } from './account-refusals.ts';
import { acts } from './acts.ts';
import { audit } from './audit.ts';
import { auditCheck } from './audit-check.ts';
import { caseRefusals } from './case-refusals.ts';
import { caseWords } from './case-words.ts';
import { certificateProblems } from './certificate-problems.ts';
import { cli } from './cli.ts';
import { closeRefusals } from './close-refusals.ts';
import { closes } from './closes.ts';
import { cluster } from './cluster.ts';
import { duties } from './duties.ts';
import { equivalence } from './equivalence.ts';
import { evidence } from './evidence.ts';
import { explain } from './explain.ts';
import { exports } from './exports.ts';
import { faults } from './faults.ts';
import { grants } from './grants.ts';
import { jobs } from './jobs.ts';
import { layouts } from './layouts.ts';
import { levels } from './levels.ts';
import { mail } from './mail.ts';
import { mends } from './mends.ts';
import { parcelRefusals } from './parcel-refusals.ts';
import { parcels } from './parcels.ts';
import { peopleRefusals } from './people-refusals.ts';
import { permissions } from './permissions.ts';
import { plan } from './plan.ts';
import { planChanges } from './plan-changes.ts';
import { planFields } from './plan-fields.ts';
import { planProblems } from './plan-problems.ts';
import { planSections } from './plan-sections.ts';
import { pluginFailures } from './plugin-failures.ts';
import { plugins } from './plugins.ts';
import { problems } from './problems.ts';
import { product } from './product.ts';
import { reasons } from './reasons.ts';
import { refusals } from './refusals.ts';
import { roles } from './roles.ts';
import { roster } from './roster.ts';
import { rosterProblems } from './roster-problems.ts';
import { sample } from './sample.ts';
import { sampleProblems } from './sample-problems.ts';
import { settings } from './settings.ts';
import { standards } from './standards.ts';
import { start } from './start.ts';
import { targets } from './targets.ts';
import { tenant } from './tenant.ts';
import { twins } from './twins.ts';
import { unitChangeProblems } from './unit-change-problems.ts';
import { unitChangeRefusals } from './unit-change-refusals.ts';
import { unitChanges } from './unit-changes.ts';
import { units } from './units.ts';
import { users } from './users.ts';

export const en = {
  accountRefusals,
  acts,
  audit,
  auditCheck,
  caseWords,
  certificateProblems,
  cli,
  closes,
  cluster,
  duties,
  equivalence,
  evidence,
  explain,
  exports,
  faults,
  grants,
  jobs,
  layouts,
  levels,
  mail,
  mends,
  parcels,
  permissions,
  plan,
  planChanges,
  planFields,
  planProblems,
  planSections,
  pluginFailures,
  plugins,
  problems,
  product,
  reasons,
  refusals: { ...refusals, ...peopleRefusals, ...caseRefusals, ...closeRefusals, ...unitChangeRefusals, ...parcelRefusals },
  roles,
  roster,
  rosterProblems,
  sample,
  sampleProblems,
  settings,
  standards,
  start,
  targets,
  tenant,
  twins,
  unitChangeProblems,
  unitChanges,
  units,
  users,
} as const;
