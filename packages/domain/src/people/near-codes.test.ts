import { describe, expect, it } from 'vitest';
import { nearCodes } from './near-codes.ts';

const types = [{ code: 'ielts', vi: 'IELTS', en: 'IELTS' }, { code: 'toeic', vi: 'TOEIC', en: 'TOEIC' }, { code: 'language-degree', vi: 'Văn bằng chuyên ngành ngoại ngữ', en: 'Degree in a foreign language' }];
const languages = [{ code: 'en', vi: 'Tiếng Anh', en: 'English' }, { code: 'zh', vi: 'Tiếng Trung Quốc', en: 'Chinese' }];

describe('the codes near one that a list lacks', () => {
  it('are those spelt alike', () => expect(nearCodes('ielst', types)[0]).toBe('ielts'));

  it('are those whose name was written instead of the code', () => {
    expect(nearCodes('tiếng trung', languages)).toEqual(['zh (Tiếng Trung Quốc)']);
    expect(nearCodes('Văn bằng', types)).toEqual(['language-degree (Văn bằng chuyên ngành ngoại ngữ)']);
  });

  it('are the whole list where nothing is near, and where a code is too short to be misspelt', () => {
    expect(nearCodes('cn', languages)).toEqual(['en (Tiếng Anh)', 'zh (Tiếng Trung Quốc)']);
  });
});
