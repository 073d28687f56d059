import { describe, expect, it } from 'vitest';
import { faultOfUnits, suggestedUnits, unitsCsv } from './new-units.ts';

const choices = { tiers: ['central', 'province', 'district', 'commune'], bodies: ['state', 'party', 'social', 'service'] };

describe('units that a file names', () => {
  it('are guessed by their names', () => {
    const guessed = suggestedUnits(['Sở Y tế', 'UBND xã Bình Mẫu', 'Trường THPT Mẫu', 'Hội Phụ nữ', 'Đảng ủy phường Mẫu'], choices);
    expect(guessed.map(({ tier, body }) => `${tier} ${body}`)).toEqual(['province state', 'commune state', 'province service', 'province social', 'commune party']);
  });

  it('have codes of their own, by the first letters', () => {
    expect(suggestedUnits(['Sở Nội vụ', 'Sở Ngoại vụ', 'Phòng 12'], choices, ['P12']).map(({ code }) => code)).toEqual(['SNV', 'SNV-2', 'P12-2']);
  });

  it('may not share a code or have none', () => {
    const [one] = suggestedUnits(['Sở Y tế'], choices);
    expect(faultOfUnits([one!, { ...one!, name: 'Other' }])).toEqual({ kind: 'twice', code: 'SYT' });
    expect(faultOfUnits([{ ...one!, code: ' ' }])).toEqual({ kind: 'missing', name: 'Sở Y tế' });
    expect(faultOfUnits([one!])).toBeNull();
  });

  it('become a csv of the template, whatever their names hold', () => {
    const headings = { code: 'Mã', name: 'Tên', parent_code: 'Trên', tier: 'Cấp', body_kind: 'Loại', valid_from: 'Từ' };
    expect(unitsCsv([{ name: 'A "B", C', code: 'X', tier: 't', body: 'b', parent: 'P' }], headings, '01/01/2000')).toBe('\uFEFF"Mã","Tên","Trên","Cấp","Loại","Từ"\r\n"X","A ""B"", C","P","t","b","01/01/2000"\r\n');
  });
});
