/** Where somebody goes after signing in: a path of ours, `/` in the place of anything that a browser might take for another site. */
export const localPath = (asked: unknown): string => {
  if (typeof asked !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return '/';
  const url = new URL(asked, 'http://ours.invalid');
  return url.origin === 'http://ours.invalid' && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
};
