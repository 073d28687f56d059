// Vietnamese as data: parts of the names of people who do not exist.
import type { Random } from '../values/random.ts';

export type Sex = 'Nam' | 'Nữ';

// Each word stands as often as its weight says, so that a pick costs one draw.
const repeated = (weights: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(weights).flatMap(([word, weight]) => Array.from({ length: weight }, () => word.normalize('NFC')));

const words = (text: string): readonly string[] => text.normalize('NFC').split(' ');

const families = repeated({
  Nguyễn: 382, Trần: 110, Lê: 95, Phạm: 70, Hoàng: 32, Huỳnh: 19, Phan: 45, Vũ: 20, Võ: 19, Đặng: 21, Bùi: 20, Đỗ: 14, Hồ: 13, Ngô: 13,
  Dương: 10, Lý: 5, Đinh: 9, Trương: 12, Đoàn: 8, Hà: 7, Mai: 7, Lương: 6, Cao: 6, Tạ: 4, Thái: 5, Lâm: 5, Châu: 3, Tô: 4, Từ: 2, Tăng: 2,
  Trịnh: 6, Đào: 6, Lưu: 4, Tống: 2, Kiều: 2, Chu: 3, Quách: 1, Văn: 1, Nghiêm: 1, Biện: 1, Bạch: 1, Phùng: 3,
});

const maleMiddles = repeated({
  Văn: 300, Đức: 50, Hữu: 45, Quang: 45, Minh: 45, Xuân: 40, Đình: 40, Thanh: 40, Ngọc: 35, Công: 30, Quốc: 35, Anh: 25, Trọng: 25, Viết: 20,
  Bá: 20, Hoàng: 30, Tiến: 20, Mạnh: 20, Duy: 20, Thế: 20, Hồng: 15, Sỹ: 8, Khắc: 8, Phúc: 8, Gia: 8, Nhật: 8,
});
const femaleMiddles = repeated({
  Thu: 60, Thanh: 60, Ngọc: 50, Minh: 35, Kim: 40, Hồng: 50, Phương: 45, Bích: 35, Mỹ: 25, Thùy: 35, Hoài: 25, Quỳnh: 30, Như: 20, Diệu: 15,
  Hải: 20, Lan: 15, Cẩm: 12, Tuyết: 20, Ánh: 20, Khánh: 20, Bảo: 10, Xuân: 20, Mai: 20, Việt: 8, Hà: 15,
});

const maleGiven = words(
  'Hùng Dũng Tuấn Anh Minh Hải Sơn Nam Long Thắng Cường Hưng Tùng Hiếu Trung Đức Quang Huy Bình Phong Khánh Linh Tài Thành Tiến Toàn Việt Vinh Hòa Lâm Nghĩa Phúc Quân Quý Tâm Thái Thịnh Trường Vũ Hậu Khoa Kiên Lợi Lộc Mạnh Nhân Phú Sang Tân Thanh Thuận Tín Trí An Bảo Chiến Chung Công Danh Đạt Điệp Định Đông Giang Hiệp Hoàng Hợp Hữu Khang Luân Lực Ngọc Nhật Phương Sỹ Thiện Thọ Tú Văn Xuân Ái Cảnh Chính Duy Hà Hoan Kỳ Lương Mậu Ninh Oanh Quyết Tịnh',
);
const femaleGiven = words(
  'Hương Lan Hà Hoa Thảo Linh Hằng Nga Hạnh Hiền Huyền Mai Thủy Thúy Trang Yến Anh Bình Châu Chi Diệp Dung Duyên Giang Hải Hòa Hồng Huệ Loan Ly Lý Minh My Ngân Ngọc Nguyệt Nhàn Nhung Oanh Phương Phượng Quyên Quỳnh Sương Tâm Thanh Thơ Thu Thương Tình Trâm Trinh Tú Tuyết Uyên Vân Vy Xuân An Ánh Cúc Đào Hoài Hợi Khuyên Kiều Lài Lệ Liên Liễu Lương Miền Nhi Như Nữ Sen Thắm Thoa Thư Thùy Tiên Trà Trúc Tươi Vinh Xoan Yên',
);

const middleOf = (random: Random, sex: Sex, birthYear: number): string => {
  if (sex === 'Nam') return random.pick(maleMiddles);
  // "Thị" fades with the generations: nearly everybody born in the sixties, fewer than half of those born in the nineties.
  if (!random.chance(Math.max(0.35, Math.min(0.92, 0.92 - (birthYear - 1965) * 0.019)))) return random.pick(femaleMiddles);
  return random.chance(0.35) ? `Thị ${random.pick(femaleMiddles)}` : 'Thị';
};

/** An invented name: family, middle and given in composed Unicode, about as frequent as in life. */
export const inventName = (random: Random, sex: Sex, birthYear: number, ownFamilies?: readonly string[]): string => {
  const family = ownFamilies && ownFamilies.length > 0 ? random.pick(ownFamilies) : random.pick(families);
  const middle = middleOf(random, sex, birthYear);
  return `${family} ${middle} ${random.pick(sex === 'Nam' ? maleGiven : femaleGiven)}`;
};
