import { describe, expect, it } from 'vitest';
import { patternOf } from './province-names.ts';

describe('the name of a province', () => {
  it.each(['Xuân Đào', 'xuan-dao', 'XuanDao', 'xuan_dao', 'tỉnh XUÂN ĐÀO'])('is found as %s', (text) => {
    expect(patternOf('Xuân Đào').test(text)).toBe(true);
  });

  it.each(['xuan daoist', 'xuan', 'Xuân, Đào', 'lexuan dao'])('is not found in %s', (text) => {
    expect(patternOf('Xuân Đào').test(text)).toBe(false);
  });

  it('is found after the word for province only, where its syllables also mean something else', () => {
    expect(patternOf('Huân').test('thành phố Huân')).toBe(true);
    expect(patternOf('Huân').test('Huân')).toBe(false);
  });
});
