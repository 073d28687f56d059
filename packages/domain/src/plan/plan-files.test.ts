import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coreFacts } from '../people/index.ts';
import { checkPlan, parsePlan, type PlanFile } from './index.ts';
import { everyPlace } from './walk.ts';

const deploy = join(import.meta.dirname, '..', '..', '..', '..', 'deploy');
const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(deploy, ...path), 'utf8'));
const rowsOf = (name: string): Record<string, string>[] => (readJson('reference', name) as { rows: Record<string, string>[] }).rows;

const planAt = (...path: string[]): PlanFile => {
  const parsed = parsePlan(readJson(...path));
  if (!parsed.ok) throw new Error(`${path.join('/')}: ${JSON.stringify(parsed.failure)}`);
  return parsed.value;
};

const tenants = readdirSync(join(deploy, 'tenants')).filter((slug) => existsSync(join(deploy, 'tenants', slug, 'plan.json')));
const reference = {
  nationalTargets: planAt('reference', 'national-plan.json').targets.map((it) => it.id),
  languages: rowsOf('languages.json').map((it) => it['code'] ?? ''),
};

/** The clauses of the plan's own document that some element cites. */
const citedClauses = (file: PlanFile): string[] =>
  everyPlace(file).flatMap(({ value }) => {
    const { document, clause } = (value ?? {}) as { document?: unknown; clause?: unknown };
    return document === 'plan' && typeof clause === 'string' ? [clause] : [];
  });

describe('the national plan', () => {
  it('has nothing to mend', () => {
    expect(checkPlan(planAt('reference', 'national-plan.json'), coreFacts, reference)).toEqual([]);
  });
});

describe('the level a rule may ask for', () => {
  it('is one of the framework that ships', () => {
    const levels = rowsOf('framework-levels.json').map((it) => Number(it['level']));
    expect(coreFacts.find((it) => it.id === 'level')?.range).toEqual({ least: Math.min(...levels), most: Math.max(...levels) });
  });
});

describe('the plans that ship', () => {
  it('are there', () => {
    expect(tenants.length).toBeGreaterThan(1);
  });

  it.each(tenants)('%s has nothing to mend', (slug) => {
    expect(checkPlan(planAt('tenants', slug, 'plan.json'), coreFacts, reference)).toEqual([]);
  });

  it.each(tenants)('%s answers every row of the national plan that is not of central bodies', (slug) => {
    const answered = planAt('tenants', slug, 'plan.json').targets.map((it) => it.nationalRow);
    const owed = reference.nationalTargets.filter((it) => !it.startsWith('officials-central') && !it.startsWith('policy-') && !it.startsWith('programmes-'));
    expect(owed.length).toBe(10);
    expect(answered).toEqual(expect.arrayContaining(owed));
  });

  it.each(tenants.filter((slug) => existsSync(join(deploy, 'tenants', slug, 'plan-clauses.json'))))('%s cites every clause of its document, and no other', (slug) => {
    const { clauses } = readJson('tenants', slug, 'plan-clauses.json') as { clauses: string[] };
    const cited = new Set(citedClauses(planAt('tenants', slug, 'plan.json')));
    expect(clauses.length).toBeGreaterThan(60);
    expect(clauses.filter((it) => !cited.has(it))).toEqual([]);
    expect([...cited].filter((it) => !clauses.includes(it))).toEqual([]);
  });
});
