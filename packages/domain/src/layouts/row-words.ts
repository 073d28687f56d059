// Vietnamese as data: what stands in rows of a sheet that are no data.
import { choiceOf, wordsOfChoice } from '../people/index.ts';
import { headingKey } from './headings.ts';

const totals = /^(tong cong|tong so|tong|cong|cong chung|cong lai|trong do|bang chu|tong cong danh sach|danh sach (nay |tren )?(gom|co)|an dinh danh sach|cong so|tong hop)( \d| [ivx]+$| muc| phan| nguoi| can bo| cb| cc| vc|$)/;
const alwaysTotals = /^(tong cong|tong so|an dinh danh sach|danh sach (nay |tren )?(gom|co) |bang chu)/;
const placeAndDate = /(^| )ngay( \d+)? thang( \d+)? nam( \d+|$)/;
const signers =
  /^(nguoi lap( bieu| bang| danh sach)?|lap bieu|nguoi tong hop|nguoi kiem tra|thu truong.*|giam doc|pho giam doc|tong giam doc|chu tich|pho chu tich|hieu truong|pho hieu truong|truong (phong|ban)|chanh van phong|noi nhan|xac nhan( cua.*)?|(kt|tm|tl|tuq) .*|ky ten.*|ky ghi ro.*|ghi chu( .*)?|da ky)$/;

/** Whether a text sums up what stands above it. */
export const isTotal = (text: string): boolean => {
  const key = headingKey(text);
  return totals.test(key) || alwaysTotals.test(key);
};

/** Whether a text belongs to what is signed below a list: place and date, who signs and as what, remarks. */
export const isSignature = (text: string): boolean => {
  const key = headingKey(text);
  return signers.test(key) || placeAndDate.test(key);
};

/** Whether a text is a letter that numbers a column. */
export const isColumnLetter = (text: string): boolean => /^\(?[A-ZĐ]\)?$/.test(text);

/** Whether a text is a number, or says how many there are. */
export const isCount = (text: string): boolean => /^[\d.,\s()]+(?:người|ng|đ\/c)?\)?$/i.test(text);

const numeral = /^(?:([IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.):/-]*)$/;
const numbered = /^(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)\s*[.):/-]+\s*(\S.*)$/;
const bodies =
  /^(phong|ban|so|chi cuc|cuc|trung tam|truong|van phong|xa|phuong|dac khu|khoa|to|bo phan|don vi|ubnd|uy ban|doi|tram|benh vien|thanh tra|hoi|dang uy|dang bo|khoi|co quan|huyen|thi xa|thi tran|thanh pho|vien|quy|nha|thu vien|bao tang|doan|lanh dao|ban giam doc|ban lanh dao|mat tran|cong doan|hat|ban quan ly|dai)( |$)/;

/** Whether a text numbers a group: a Roman number, a letter, or a number. Only the first two are never a running number. */
export const numeralOf = (text: string): 'roman' | 'number' | null => (!numeral.test(text) ? null : /^\d/.test(text) ? 'number' : 'roman');

/** Whether a text is the name of a body or of a part of one. */
export const isBody = (text: string): boolean => bodies.test(headingKey(text));

/** The text of a group's heading without its number and without how many it has. */
export const groupText = (text: string): string => (numbered.exec(text)?.[1] ?? text).replace(/\s*[(:][^()]*\d+[^()]*\)?\s*$/, '').replace(/\s*:\s*$/, '').trim();

/** Whether a text carries the number of a group before its words. */
export const isNumbered = (text: string): boolean => numbered.test(text);

/** The kind of people that a group's heading names, in the template's words; null if it names none, or several. */
export const kindOfGroup = (text: string): string | null => {
  const key = headingKey(text).replace(/^(khoi|doi voi|danh sach|doi ngu) /, '');
  const aliases: Readonly<Record<string, string>> = { 'hop dong': 'Người lao động', 'lao dong hop dong': 'Người lao động', 'hop dong lao dong': 'Người lao động' };
  const code = choiceOf('kind', aliases[key] ?? key);
  return code === undefined ? null : (wordsOfChoice('kind', code) ?? null);
};
