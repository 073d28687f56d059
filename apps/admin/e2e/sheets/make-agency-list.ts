// Vietnamese as data: what stands in the list of an agency. Everybody in it is invented.
/**
 * Makes the list of an agency beside it with LibreOffice (`soffice` has to be installed): `node apps/admin/e2e/sheets/make-agency-list.ts`. It
 * is kept in the repository, so that trying the screens needs no LibreOffice.
 */
import { join } from 'node:path';
import { type FlatCell, writeByLibreOffice } from '../../../../packages/services/test/dirty/flat-sheet.ts';

const people: readonly (readonly [id: string, name: string, man: string | null, woman: string | null, kind: string, office: string | null, language: string | null])[] = [
  ['068085009901', 'Nguyễn Thử Ánh', '12/03/1985', null, 'Viên chức', 'Phó Trưởng phòng', 'Tiếng Anh B1'],
  ['068190009902', 'Trần Thử Bích', null, '1/7/1990', 'Viên chức', null, 'IELTS 6.0 (2023)'],
  ['068078009903', 'LÊ THỬ CƯỜNG', '30/02/1978', null, 'Viên chức', null, null],
  ['068188009904', 'Phạm Thử Dung', null, '09.09.1988', 'VC', null, 'Anh C'],
  ['068082009905', 'Hoàng Thử Duy', '30/04/1982', null, 'Hợp tác', null, null],
  ['068195009906', 'Võ Thử Hạnh', null, '14-2-1995', 'Viên chức', null, null],
];

writeByLibreOffice(join(import.meta.dirname, 'agency-list.xlsx'), [
  {
    name: 'DS năm 2026',
    rows: [
      [{ text: 'TRUNG TÂM MẪU', wide: 3 }, null, null, { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', wide: 4 }],
      [],
      [{ text: 'DANH SÁCH VIÊN CHỨC, NGƯỜI LAO ĐỘNG', wide: 7 }],
      [],
      [{ text: 'STT', tall: 2 }, { text: 'Họ và tên', tall: 2 }, { text: 'Ngày, tháng, năm sinh', wide: 2 }, { text: 'Số CCCD', tall: 2 }, { text: 'Chức vụ', tall: 2 }, { text: 'Loại', tall: 2 }, { text: 'Trình độ ngoại ngữ', tall: 2 }, { text: 'Ghi chú', tall: 2 }],
      [null, null, 'Nam', 'Nữ'],
      ...people.map(([id, name, man, woman, kind, office, language], i): FlatCell[] => [i + 1, name, man, woman, id, office, kind, language, i === 1 ? 'đi học' : null]),
      [null, { text: 'Tổng cộng: 6 người', wide: 3 }],
      [],
      [null, { text: 'NGƯỜI LẬP BIỂU', wide: 2 }, null, null, { text: 'THỦ TRƯỞNG ĐƠN VỊ', wide: 3 }],
    ],
  },
]);
