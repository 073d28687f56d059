import { createHash } from 'node:crypto';
import { findDefinition, keepDefinition } from '@saubac/db/cases';
import type { TenantSql } from '@saubac/db/tenancy';
import { structureOf, type Workflow, workflowOfCase, type WorkflowStructure } from '@saubac/domain/workflow';

const digestOf = (structure: WorkflowStructure): string => createHash('sha256').update(JSON.stringify(structure)).digest('hex');

const shape = (workflow: Workflow<never>): { digest: string; structure: WorkflowStructure } => {
  const structure = structureOf(workflow);
  return { digest: digestOf(structure), structure };
};

/** Keeps the definition that stands now, and gives its digest. */
export const pinDefinition = async (tx: TenantSql, workflow: Workflow<never>, at: Date): Promise<string> => {
  const { digest, structure } = shape(workflow);
  await keepDefinition(tx, digest, structure, at);
  return digest;
};

/** The definition by which a case goes on, its digest, and the state that it is in by that definition. */
export const definitionOfCase = async <Subject>(
  tx: TenantSql, current: Workflow<Subject>, at: { definition: string; state: string; coreState: string }, now: Date,
): Promise<{ workflow: Workflow<Subject>; state: string; digest: string }> => {
  const { digest } = shape(current as unknown as Workflow<never>);
  if (at.definition === digest) return { workflow: current, state: at.state, digest };
  const { workflow, state } = workflowOfCase(await findDefinition(tx, at.definition), current, at);
  return { workflow, state, digest: workflow === current ? await pinDefinition(tx, current as unknown as Workflow<never>, now) : at.definition };
};
