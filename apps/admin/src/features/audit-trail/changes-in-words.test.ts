import { loadAdminWords } from '@saubac/i18n/admin';
import { describe, expect, it } from 'vitest';
import { changesInWords, valueInWords } from './changes-in-words.ts';

const unit = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('what an act changed, in words', async () => {
  const words = await loadAdminWords('vi', ['auditTrail']);

  it('names fields, and ids by what they are called today', () => {
    expect(changesInWords([{ kind: 'value', path: ['unit'], before: null, after: unit }], { [unit]: 'Sở Y tế' }, words)).toEqual([{ field: 'Cơ quan, đơn vị', before: '(trống)', after: 'Sở Y tế' }]);
    expect(valueInWords('unit', unit, {}, words)).toBe(unit);
  });

  it('says roles, states, days and numbers as people do', () => {
    expect(valueInWords('role', 'auditor', {}, words)).toBe('Kiểm tra, giám sát');
    expect(valueInWords('state', 'verified', {}, words)).toBe('đã xác minh');
    expect(valueInWords('from', '2026-01-31', {}, words)).toBe('31/01/2026');
    expect(valueInWords('to', 'infinity', {}, words)).toBe('không thời hạn');
    expect(valueInWords('rows', 1234, {}, words)).toBe('1.234');
    expect(valueInWords('takesPart', true, {}, words)).toBe('có');
  });

  it('leads from the outside in, and leaves a name as it is that it has no word for', () => {
    expect(changesInWords([{ kind: 'value', path: ['counts', 'people', 'somethingNew'], before: 1, after: 2 }], {}, words)[0]?.field).toBe('Số lượng › Người › somethingNew');
  });

  it('tells of a list what went and what came', () => {
    const [line] = changesInWords([{ kind: 'list', path: ['licences'], removed: [], added: [{ type: 'vstep', validFrom: '2021-02-01', basis: null }] }], {}, words);
    expect(line).toEqual({ field: 'Phép tổ chức thi, cấp chứng chỉ', before: '(trống)', after: 'Loại chứng chỉ: vstep, Từ ngày: 01/02/2021' });
  });
});
