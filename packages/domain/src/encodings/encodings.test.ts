import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fontCodeOf, likeliest, recodedRow, tellingWords } from './evidence.ts';
import { isVietnameseSyllable } from './syllable.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

describe('the ABC fonts', () => {
  it.each([
    ['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['NguyÔn V¨n ThuËt', 'Nguyễn Văn Thuật'],
    ['TrÇn ThÞ Quúnh Nh­', 'Trần Thị Quỳnh Như'],
    ['Ph¹m §øc L­¬ng', 'Phạm Đức Lương'],
    ['NGUYÔN THÞ HOµ', 'NGUYỄN THỊ HOÀ'],
    ['Tr­êng THPT sè 2, ngµy 05/03/1980', 'Trường THPT số 2, ngày 05/03/1980'],
  ])('read %s', (typed, text) => {
    expect(fromTcvn3(typed)).toBe(text);
  });
});

describe('the VNI fonts', () => {
  it.each([
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['Nguyeãn Vaên Thuaät', 'Nguyễn Văn Thuật'],
    ['Traàn Thò Quyønh Nhö', 'Trần Thị Quỳnh Như'],
    ['Phaïm Ñöùc Löông', 'Phạm Đức Lương'],
    ['NGUYEÃN THÒ HOAØ', 'NGUYỄN THỊ HOÀ'],
    ['Tröôøng THPT soá 2', 'Trường THPT số 2'],
  ])('read %s', (typed, text) => {
    expect(fromVni(typed)).toBe(text);
  });
});

describe('a Vietnamese syllable', () => {
  it.each(['Nguyễn', 'Thị', 'Phường', 'nghiệp', 'Quỳnh', 'Đức', 'oách', 'Như', 'quyết', 'giữa', 'Yến', 'khuya', 'thuở'.normalize('NFD')])('is %s', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
  });
  it.each(['NguyÔn', 'V¨n', 'ThÞ', 'Nguyeãn', 'Ñöùc', 'Müller', 'ấố', 'ñ', '', 'Bhăm'])('is not %s', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });
});

describe('the code of a file', () => {
  const text = 'Nguyễn Văn Thuật, Trần Thị Quỳnh Như, Phạm Đức Lương, Sở Nội vụ, Trường Trung học cơ sở, Phòng Tổ chức cán bộ, ngày tháng năm sinh, giới tính, chức vụ, trình độ ngoại ngữ';
  const toTcvn3 = new Map([...'àµá¸ả¶ã·ạ¹ă¨ằ»ắ¾ẳ¼ẵ½ặÆâ©ầÇấÊẩÈẫÉậËđ®èÌéÐẻÎẽÏẹÑêªềÒếÕểÓễÔệÖì×íÝỉØĩÜịÞòßóãỏáõâọäô«ồåốèổæỗçộéơ¬ờêớíởëỡìợîùïúóủñũòụôư\u00adừõứøửöữ÷ựùỳúýýỷûỹüỵþĂ¡Â¢Đ§Ê£Ô¤Ơ¥Ư¦'.matchAll(/(.)(.)/gu)].map(([, to, from]) => [to!, from!]));
  const inTcvn3 = [...text].map((it) => toTcvn3.get(it) ?? it).join('');

  it('is told by its words', () => {
    expect(fontCodeOf([text])).toBeUndefined();
    expect(fontCodeOf([text.normalize('NFD')])).toBeUndefined();
    expect(fontCodeOf([inTcvn3])).toBe('tcvn3');
    expect(fontCodeOf(['Nguyeãn Vaên Thuaät, Traàn Thò Quyønh Nhö, Phaïm Ñöùc Löông, Sôû Noäi vuï, Phoøng Toå chöùc caùn boä'])).toBe('vni');
  });

  it('is not told by a few words, nor by a text of another language', () => {
    expect(fontCodeOf(['V¨n', 'ThÞ'])).toBeUndefined();
    expect(fontCodeOf(['Müller Françoise Gödel Åström Núñez Škoda Crème brûlée Übung façade naïve'])).toBeUndefined();
  });

  it('is told of the rows below headings in Unicode, and the headings stay', () => {
    expect(fontCodeOf([text, text, inTcvn3])).toBe('tcvn3');
    expect(recodedRow('tcvn3', ['Họ và tên', 'Giới tính', 'Chức vụ', 7])).toEqual(['Họ và tên', 'Giới tính', 'Chức vụ', 7]);
    expect(recodedRow('tcvn3', ['NguyÔn V¨n An', 'Nam', null, 7])).toEqual(['Nguyễn Văn An', 'Nam', null, 7]);
  });

  it('is none where two readings are as good', () => {
    const words = tellingWords([text]);
    expect(likeliest([{ name: 'a', words }, { name: 'b', words }])).toBeUndefined();
  });

  it('never changes a text that is Vietnamese as it stands', () => {
    fc.assert(fc.property(fc.shuffledSubarray(tellingWords([text]), { minLength: 5 }), (words) => void expect(fontCodeOf(words)).toBeUndefined()));
  });
});
