/** Invented rosters. */
export const sample = {
  about: 'dữ liệu mẫu, không có người thật',
  rosterAbout: 'tạo một tệp nhân sự không có thật, theo đúng mẫu của hệ thống',
  peopleOption: 'số người có mặt',
  seedOption: 'số khởi tạo: cùng số thì cùng dữ liệu',
  outOption: 'tệp xlsx sẽ ghi',
  effectiveOption: 'ngày của dữ liệu, từ 2020-01-01 (yyyy-mm-dd)',
  profileOption: 'tệp JSON mô tả tỉnh; nếu không nêu: một tỉnh không có thật',
  reformAbout: 'tạo nhân sự không có thật vào đêm trước đợt sắp xếp, cùng tệp của đợt sắp xếp',
  eveOption: 'tệp xlsx ghi nhân sự trước đợt sắp xếp',
  changeOption: 'tệp xlsx ghi đợt sắp xếp',
  afterOption: 'tệp xlsx ghi nhân sự của ngày sắp xếp, để đối chiếu',
  reformWritten: 'Đã ghi {{eve}} và {{change}}: {{operations, number}} dòng sắp xếp, {{moves, number}} người chuyển. Mọi người trong tệp đều không có thật.',
  written: 'Đã ghi {{file}}: {{units, number}} dòng đơn vị, {{posts, number}} dòng vị trí, {{people, number}} dòng nhân sự, {{certificates, number}} dòng chứng chỉ. Mọi người trong tệp đều không có thật.',
} as const;
