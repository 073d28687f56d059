import { loadAdminWords } from '@saubac/i18n/admin';
import { expect, it } from 'vitest';
import { partInWords } from './part-in-words.ts';

it('a part of a plan is called by its section, an element by its id too', async () => {
  const words = await loadAdminWords('vi', ['planEditor', 'planForm']);
  expect(['from', 'parts.title', 'parts.targets', 'parts.targets.officials-2025'].map((it) => partInWords(words, it))).toEqual([
    'Ngày có hiệu lực', 'Thông tin chung', 'Mục tiêu', 'mục “officials-2025” trong phần Mục tiêu',
  ]);
});
