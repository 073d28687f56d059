const plain = /^\/(?![/\\])[^\\\p{Cc}\p{Cs}]*$/u;

/**
 * Where a browser may be sent that was told where to go: a path of ours. `/` in the place of anything that a browser might take for
 * another site, also after it has put the path in order (`/..//elsewhere`).
 */
export const localPath = (asked: string | undefined): string => {
  if (asked === undefined || !plain.test(asked)) return '/';
  const ours = 'http://ours.invalid';
  const url = URL.canParse(asked, ours) ? new URL(asked, ours) : undefined;
  return url?.origin === ours && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
};
