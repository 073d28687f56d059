/** Users, roles, parameters. */
export const administration = {
  title: 'Quản trị',
} as const;
