import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adaptTemplate } from './adapt-template.ts';

const template = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../deploy/reference/national-plan.json'), 'utf8')) as { targets: { id: string }[]; documents: { id: string }[] };
const own = { tenant: 'alpha', title: 'Kế hoạch', number: '12/KH-UBND', issuer: 'Ủy ban nhân dân tỉnh', issuedOn: '2020-08-01' };

describe('the national plan as the plan of a province', () => {
  const plan = adaptTemplate(template, own);

  it('has a name, an id and a document of its own before those that it rests on', () => {
    expect(plan).toMatchObject({ id: 'plan-alpha', title: { vi: own.title }, documents: [{ id: 'plan', number: '12/KH-UBND', kind: 'plan', issuedOn: '2020-08-01' }, ...template.documents] });
    expect(adaptTemplate(template, { ...own, number: '', issuedOn: null })).toMatchObject({ documents: [{ number: null, issuedOn: null }, ...template.documents] });
  });

  it('answers every row of the national plan but those of central bodies', () => {
    const targets = plan['targets'] as { id: string; nationalRow: string }[];
    const left = template.targets.filter((it) => !targets.some((other) => other.id === it.id)).map((it) => it.id);
    expect(left).toEqual(template.targets.map((it) => it.id).filter((id) => id.includes('central')));
    expect(left.length).toBeGreaterThan(0);
    for (const it of targets) expect(it.nationalRow).toBe(it.id);
  });
});
