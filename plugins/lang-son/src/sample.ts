import { addDays } from '@saubac/domain/values';
import type { PluginCtx } from '@saubac/plugin-api';

import { insertDuty } from './duties/duties.ts';

/** Two people on duty today, at two gates, and one duty that is over. */
export const sample = async ({ core, today, write }: PluginCtx): Promise<void> => {
  const [first, second, third] = await core.findPeople('nguyen', 3);
  if (!first || !second || !third) return;
  await write(async (tx, record) => {
    const id = await insertDuty(tx, { person: first.id, gate: 'huu-nghi', from: addDays(today, -20), to: addDays(today, 11) });
    await insertDuty(tx, { person: second.id, gate: 'tan-thanh', from: addDays(today, -5), to: addDays(today, 26) });
    await insertDuty(tx, { person: third.id, gate: 'huu-nghi', from: addDays(today, -50), to: addDays(today, -20) });
    await record({ act: 'duty.added', subject: { kind: 'duty', id } });
  });
};
