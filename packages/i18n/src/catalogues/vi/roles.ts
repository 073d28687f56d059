/** The roles of a tenant, as its bodies are called. */
export const roles = {
  'home-affairs-officer': 'Chuyên viên Sở Nội vụ',
  'home-affairs-head': 'Lãnh đạo Sở Nội vụ',
  'committee-approver': 'Người phê duyệt của UBND',
  finance: 'Sở Tài chính',
  education: 'Sở Giáo dục và Đào tạo',
  'foreign-affairs': 'Sở Ngoại vụ',
  'agency-officer': 'Chuyên viên cơ quan, đơn vị',
  'agency-head': 'Thủ trưởng cơ quan, đơn vị',
  'commune-officer': 'Công chức phụ trách của xã, phường, đặc khu',
  provider: 'Cơ sở đào tạo, bồi dưỡng',
  ministry: 'Bộ Nội vụ',
  auditor: 'Kiểm tra, giám sát',
  operator: 'Quản trị hệ thống',
  learner: 'Người học',
} as const;
