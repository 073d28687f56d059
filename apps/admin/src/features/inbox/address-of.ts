/** Where the subject of a case is seen: one of the routes, or a page of a plugin. */
export const addressOf = (tenant: string, link: string) => {
  const [path = '', query = ''] = link.split('?');
  return { to: `/t/$tenant${path}` as '/t/$tenant', params: { tenant }, search: Object.fromEntries(new URLSearchParams(query)) as object };
};
