import type { TenantTx } from '@saubac/db/tenancy';
import { grantsOn, plansNaming } from '@saubac/db/unit-changes';
import { daysOfBatch, type DecidedChange } from '@saubac/domain/unit-changes';

import type { Judged } from './decide-in.ts';
import { figureChanges, type TenantFigures } from './figures-in.ts';
import type { ChangeFindings, MovedPerson, UnitChangeSummary } from './view.ts';

const movedPeople = ({ changed, removed, started }: DecidedChange): MovedPerson[] => {
  const next = new Map(started.map((it) => [`${it.after} ${it.from}`, it]));
  const of = changed.map(({ before, after }): MovedPerson => {
    const person = { person: before.person, from: before.value.unit, main: before.main };
    if (before.to === after.to) return { ...person, to: after.value.unit, on: after.from };
    return { ...person, to: next.get(`${before.id} ${after.to}`)?.value.unit ?? null, on: after.to as MovedPerson['on'] };
  });
  return [...of, ...removed.map((it) => ({ person: it.person, from: it.value.unit, to: null, main: it.main, on: it.from }))];
};

const countsOf = (kind: string, { changedUnits }: DecidedChange): number => changedUnits.filter((it) => it.kind === kind).length;

/** All that a change does, as lists and counted; `figures` are those of its last day without it and with it. */
export const findingsOf = async (tx: TenantTx, { batch, made }: Extract<Judged, { digest: string }>, figures: { before: TenantFigures; after: TenantFigures }): Promise<{ summary: UnitChangeSummary; findings: ChangeFindings }> => {
  const { first } = daysOfBatch(batch)!;
  const codes = made.changedUnits.map(({ code }) => code);
  const existed = made.changedUnits.filter(({ kind }) => kind !== 'created').map(({ code }) => code);
  const { whole, of } = figureChanges(figures.before, figures.after, codes);
  const findings: ChangeFindings = { units: made.changedUnits, people: movedPeople(made), grants: await grantsOn(tx, existed, first), plans: await plansNaming(tx, existed, first), figures: of };
  const ended = made.changed.filter(({ before, after }) => before.to !== after.to).length;
  return {
    findings,
    summary: {
      created: countsOf('created', made), ended: countsOf('ended', made), changed: countsOf('changed', made), successions: made.successions.length,
      people: new Set(findings.people?.map(({ person }) => person)).size, posts: { ended, started: made.started.length, removed: made.removed.length },
      grants: findings.grants?.length ?? 0, plans: findings.plans?.length ?? 0, figures: of.length, whole,
    },
  };
};
