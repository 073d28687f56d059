/** Invented rosters. */
export const sample = {
  about: 'dữ liệu mẫu, không có người thật',
  rosterAbout: 'tạo một tệp nhân sự không có thật, theo đúng mẫu của hệ thống',
  peopleOption: 'số người có mặt',
  seedOption: 'số khởi tạo: cùng số thì cùng dữ liệu',
  outOption: 'tệp xlsx sẽ ghi',
  effectiveOption: 'ngày của dữ liệu, từ 2020-01-01 (yyyy-mm-dd)',
  profileOption: 'tệp JSON mô tả tỉnh; nếu không nêu: một tỉnh không có thật',
  written: 'Đã ghi {{file}}: {{units, number}} dòng đơn vị, {{posts, number}} dòng vị trí, {{people, number}} dòng nhân sự, {{certificates, number}} dòng chứng chỉ. Mọi người trong tệp đều không có thật.',
} as const;
