// Vietnamese as data: an invented agreement, as an officer would type it.
import { addDays } from '@saubac/domain/values';
import type { PluginCtx } from '@saubac/plugin-api';

import { findAgreement, insertAgreement, saveFollowUp } from '../agreements/agreements.ts';
import type { AgreementInput } from '../agreements/wire.ts';
import type { Config } from '../config.ts';
import { samplePaper } from './paper.ts';

const commitments = ['Mỗi năm mở ít nhất một lớp tiếng Lào cho cán bộ, công chức, viên chức Hà Tĩnh', 'Phía Bolykhămxay cử giáo viên sang dạy', 'Trao đổi chương trình và tài liệu giảng dạy'];
const done = ['Mở 01 lớp cơ bản tại Trường Chính trị Trần Phú.', 'Bolykhămxay cử 01 giáo viên trong 04 tháng.', 'Thống nhất dùng chung giáo trình 120 tiết.'];

/** An agreement that ends within months and lacks what was done last year; its id. */
export const sampleAgreements = async (ctx: PluginCtx<Config>): Promise<string> => {
  const agreement: AgreementInput = {
    title: 'Bản thỏa thuận hợp tác giữa tỉnh Hà Tĩnh và tỉnh Bolykhămxay năm 2019',
    partner: 'Tỉnh Bolykhămxay (Lào)',
    signedOn: '2019-11-08',
    endsOn: addDays(ctx.today, 130),
    note: 'Dữ liệu minh họa: ngày ký, thời hạn và cam kết là giả định.',
    commitments: commitments.map((wording) => ({ wording })),
  };
  const id = await ctx.write(async (tx, record) => {
    const added = await insertAgreement(tx, agreement);
    await record({ act: 'lao-agreement.added', subject: { kind: 'lao-agreement', id: added }, after: agreement });
    return added;
  });
  const whole = await findAgreement(ctx, id);
  const last = Number(ctx.today.slice(0, 4)) - 1;
  await ctx.write(async (tx, record) => {
    for (const { commitment, year } of whole?.missing ?? []) {
      const at = whole?.commitments.findIndex((it) => it.id === commitment) ?? 0;
      if (year < last || at === 0) await saveFollowUp(tx, { commitment, year, done: done[at] ?? '', on: ctx.today });
    }
    await record({ act: 'lao-agreement.followed-up', subject: { kind: 'lao-agreement', id } });
  });
  await samplePaper(ctx, { of: 'agreement', id }, { kind: 'signed', name: 'Thỏa thuận hợp tác 2019 (bản minh họa).pdf', lines: ['BAN MINH HOA', 'Thoa thuan hop tac Ha Tinh - Bolykhamxay nam 2019', 'Tep nay khong phai van ban that.'] });
  return id;
};
