/** Who did what, when and why. */
export const auditTrail = {
  title: 'Nhật ký',
} as const;
