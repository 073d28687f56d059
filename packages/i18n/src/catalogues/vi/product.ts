/** The product itself, and what its server says of itself. */
export const product = {
  name: 'Sáu Bậc',
  purpose: 'Theo dõi mục tiêu ngoại ngữ của cán bộ, công chức, viên chức theo kế hoạch của từng tỉnh',
  notFound: 'Không có địa chỉ này.',
  fault: 'Có lỗi ngoài dự kiến; lỗi đã được ghi lại.',
} as const;
