/** The import desk. */
export const importDesk = {
  title: 'Nhập dữ liệu',
} as const;
