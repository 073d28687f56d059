import { expect, it } from 'vitest';
import { planJsonSchema } from './index.ts';

it('makes the committed JSON Schema; after a change of the form, run this test with -u', async () => {
  const text = `${JSON.stringify(planJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../../deploy/schemas/plan.schema.json');
});
