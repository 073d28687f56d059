// Vietnamese as data: what a demonstration begins with.
import { addDays } from '@saubac/domain/values';
import type { PluginCtx } from '@saubac/plugin-api';

import type { Config } from './config.ts';
import { insertDuty } from './duties/duties.ts';
import { insertSwap } from './swaps/swaps.ts';

/** Two duties, of which one ends soon, and a request for a replacement that waits for a decision. */
export const sample = async ({ core, today, write }: PluginCtx<Config>): Promise<void> => {
  const [first, second, third] = await core.findPeople('nguyen', 3);
  if (!first || !second || !third) return;
  await write(async (tx, record, tools) => {
    const gate = await insertDuty(tx, { person: first.id, place: 'Cửa khẩu quốc tế', from: addDays(today, -90), to: 'infinity' });
    await insertDuty(tx, { person: second.id, place: 'Trung tâm phục vụ hành chính công', from: addDays(today, -60), to: addDays(today, 8) });
    const swap = await insertSwap(tx, { duty: gate, person: third.id, from: addDays(today, 30), why: 'Đi học bồi dưỡng ngoại ngữ', askedOn: today });
    const opened = await tools.openCase('example-swap', { subject: swap, unit: first.unit?.id ?? null });
    if (!opened.ok) throw new Error(`No case for the request: ${opened.failure.kind}`);
    await record({ act: 'swap.asked', subject: { kind: 'swap', id: swap } });
  });
};
