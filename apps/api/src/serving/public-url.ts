const isThisMachine = (host: string): boolean => ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host);

/**
 * The address of the product for its users, without a slash at the end: the one that was set, else where the server listens. Links of mails
 * begin with it. Throws if what was set is none: no start is better than mails with dead links.
 */
export const publicUrlOf = ({ publicUrl, host, port }: { publicUrl?: string | undefined; host: string; port: number }): string => {
  const asked = publicUrl ?? `http://${isThisMachine(host) ? 'localhost' : host}:${port}`;
  const url = URL.canParse(asked) ? new URL(asked) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Error(`SAUBAC_PUBLIC_URL must be the address of a site, as in https://saubac.example: ${asked}`);
  return url.origin;
};
