import type { IsoDate } from '@saubac/domain/values';
import { describe, expect, it } from 'vitest';
import { createWords } from './words.ts';

const vi = createWords('vi');
const en = createWords('en');

describe('words', () => {
  it('come in the language asked for, with their values put in', () => {
    expect(vi.t('tenant.created', { name: 'Tỉnh mẫu', slug: 'mau' })).toBe('Đã tạo “Tỉnh mẫu” (mau).');
    expect(en.t('tenant.created', { name: 'A & B', slug: 'mau' })).toBe('Created “A & B” (mau).');
  });

  it('count as the language does', () => {
    expect(en.t('tenant.applied', { count: 1 })).toBe('1 change applied');
    expect(en.t('tenant.applied', { count: 1234 })).toBe('1,234 changes applied');
    expect(vi.t('tenant.applied', { count: 1234 })).toBe('đã áp dụng 1.234 thay đổi');
  });

  it('say why something was refused from the fields of the failure', () => {
    expect(vi.refusal({ kind: 'slug-taken', slug: 'mau' })).toBe('Tên ngắn “mau” đã được dùng; hãy chọn tên khác.');
  });

  it('are known to the compiler, with their values', () => {
    // @ts-expect-error: there is no such key
    vi.t('tenant.creatd', { name: '', slug: '' });
    // @ts-expect-error: a value is missing
    vi.t('tenant.created', { name: '' });
    // @ts-expect-error: there are no words for such a failure
    vi.refusal({ kind: 'unheard-of' });
    expect(vi.t('cli.expectsOneOf', { choices: ['a', 'b'] })).toContain('a, b');
  });

  it('take texts that are data in Vietnamese where there is no English', () => {
    expect(en.text({ vi: 'Công chức' })).toBe('Công chức');
    expect(en.text({ vi: 'Công chức', en: 'Civil servant' })).toBe('Civil servant');
  });
});

describe('figures', () => {
  it('have the separators of the language', () => {
    expect(vi.number(1_234_567.5)).toBe('1.234.567,5');
    expect(en.number(1_234_567.5)).toBe('1,234,567.5');
    expect(vi.percent(12.5)).toBe('12,5\u00a0%');
  });

  it('write dates day first in both languages', () => {
    expect(vi.date('2025-12-31' as IsoDate)).toBe('31/12/2025');
    expect(en.date('2025-12-31' as IsoDate)).toBe('31/12/2025');
  });
});

describe('names', () => {
  it('are sorted as in Vietnamese: a, ă, â, … d, đ', () => {
    expect(['đào', 'âu', 'dao', 'ăn', 'an'].toSorted(vi.compare)).toEqual(['an', 'ăn', 'âu', 'dao', 'đào']);
  });
});

describe('names that are data', () => {
  it('are told in the words of their area, and as they are where it has none', () => {
    expect(vi.named('planFields', 'measure.goal')).toBe('tỷ lệ phấn đấu');
    expect(en.named('planFields', 'measure.unheardOf')).toBe('measure.unheardOf');
    expect(en.told('planProblems', { kind: 'missing', path: 'targets[0]', key: 'title' })).toBe('targets[0]: “title” is missing; add it.');
  });
});
