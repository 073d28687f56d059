import { describe, expect, it } from 'vitest';
import { nameOfPlanFile, readPlanFile, writePlanFile } from './plan-file.ts';

describe('a plan file', () => {
  it('is read as it was written', () => {
    const document = { id: 'plan-alpha', title: { vi: 'Kế hoạch' } };
    expect(readPlanFile(writePlanFile(document))).toEqual({ document });
    expect(readPlanFile(`\uFEFF${writePlanFile(document)}`)).toEqual({ document });
    expect(nameOfPlanFile(document)).toBe('plan-alpha.json');
    expect(nameOfPlanFile({ id: '../x' })).toBe('plan.json');
  });

  it('is refused where it is none', () => {
    expect(readPlanFile('PK')).toEqual({ fault: 'no-json' });
    expect(readPlanFile('[]')).toEqual({ fault: 'no-object' });
    expect(readPlanFile(JSON.stringify({ text: 'ế'.repeat(400_000) }))).toEqual({ fault: 'too-large' });
  });
});
