import { addDays } from '@saubac/domain/values';
import type { PluginCtx } from '@saubac/plugin-api';

import { insertDuty } from './duties/duties.ts';

/** Duties at two gates, of which one has ended. */
export const sample = async ({ core, today, write }: PluginCtx): Promise<void> => {
  const [first, second, third] = await core.findPeople('nguyen', 3);
  if (!first || !second || !third) return;
  await write(async (tx, record) => {
    await insertDuty(tx, { person: first.id, gate: 'huu-nghi', from: addDays(today, -90), to: 'infinity' });
    await insertDuty(tx, { person: second.id, gate: 'huu-nghi', from: addDays(today, -200), to: addDays(today, -100) });
    const id = await insertDuty(tx, { person: third.id, gate: 'tan-thanh', from: addDays(today, -20), to: 'infinity' });
    await record({ act: 'duty.added', subject: { kind: 'duty', id } });
  });
};
