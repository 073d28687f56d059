/** Records of one person. */
export const duplicates = {
  title: 'Hồ sơ trùng lặp',
} as const;
