// Vietnamese as data: what people of the sample do with Laos, as an officer would type it.
import type { PluginCtx } from '@saubac/plugin-api';

import type { Config } from '../config.ts';
import { insertDuty } from '../duties/duties.ts';
import type { Somebody } from './learners.ts';

const work = ['Thủ tục tại cửa khẩu quốc tế Cầu Treo', 'Quản lý lưu học sinh Lào', 'Phối hợp phòng, chống dịch bệnh qua biên giới', 'Đối ngoại với Bolykhămxay, Khămmuộn', 'Xúc tiến thương mại với thị trường Lào', 'Quản lý đường biên, cột mốc'];

/** Every third of the people to learn works with Laos. */
export const sampleDuties = (ctx: PluginCtx<Config>, learners: readonly Somebody[]): Promise<void> =>
  ctx.write(async (tx, record) => {
    const with3 = learners.slice(0, 54).filter((_, at) => at % 3 === 0);
    for (const [at, { id }] of with3.entries()) await insertDuty(tx, { person: id, work: work[at % work.length] ?? '', from: '2024-01-01', before: null });
    await record({ act: 'lao-duty.added', subject: { kind: 'lao-duty' }, after: { count: with3.length } });
  });
