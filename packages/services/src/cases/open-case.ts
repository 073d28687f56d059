import { insertCase } from '@saubac/db/cases';
import type { TenantTx } from '@saubac/db/tenancy';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Workflow } from '@saubac/domain/workflow';
import { type CaseCtx, type CaseKind, type CaseOf, doerOf } from './case-kind.ts';
import { pinDefinition } from './definition.ts';
import { daysOf } from './state-days.ts';

/** Why no case begins. */
export type OpenCaseFailure = { kind: 'case-open-already' };

/** Begins a case of a subject in the first state of its workflow; part of the write that makes the subject, whose audit it stands in. */
export const openCase = async <Subject>(ctx: CaseCtx, tx: TenantTx, kind: CaseKind<Subject>, { subject, unit }: CaseOf): Promise<Result<string, OpenCaseFailure>> => {
  const { workflow } = kind;
  const definition = await pinDefinition(tx, workflow as unknown as Workflow<never>, ctx.now());
  const stated = kind.statement || kind.due ? (await kind.subjects(tx, [subject])).get(subject) : undefined;
  const id = await insertCase(tx, {
    ...daysOf(kind, workflow.initial, stated, ctx.today, ctx.calendar),
    workflow: workflow.id, definition, state: workflow.initial, subject, unit, opened: doerOf(ctx),
    statement: stated === undefined ? null : kind.statement?.(stated),
  });
  return id === undefined ? fail({ kind: 'case-open-already' }) : ok(id);
};
