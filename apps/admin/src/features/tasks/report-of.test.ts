import { expect, it } from 'vitest';
import { reportOf } from './report-of.ts';

it('reads a figure written with dots between thousands', () => {
  expect(reportOf({ text: 'Đã tổ chức', figure: '1.250', document: '' })).toEqual({ ok: true, report: { text: 'Đã tổ chức', figure: 1250, document: null } });
});

it('takes no figure that is not a whole number', () => {
  for (const figure of ['1,5', '-3', '12.5', 'mười']) expect(reportOf({ text: 'Đã làm', figure, document: '' })).toEqual({ ok: false, faults: ['figure'] });
});

it('asks what was done', () => {
  expect(reportOf({ text: '  ', figure: '', document: '12/BC' })).toEqual({ ok: false, faults: ['text'] });
});
