import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import type { Asked, Env } from '../env.ts';
import type { Limits } from './limits.ts';

type Trust = Pick<Limits, 'behindProxy'>;

/** The last value of a header that each proxy adds to: the one that ours has written. */
const toldByProxy = (c: Asked, header: string, { behindProxy }: Trust): string | undefined => (behindProxy ? c.req.header(header)?.split(',').at(-1)?.trim() : undefined);

/** An address without the port that some proxies add to it. */
const withoutPort = (address: string): string => /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(address)?.[1] ?? address;

const addressOf = (c: Asked, trust: Trust): string | null => {
  const forwarded = toldByProxy(c, 'x-forwarded-for', trust);
  if (forwarded) return withoutPort(forwarded);
  try {
    return getConnInfo(c).remote.address ?? null;
  } catch {
    return null;
  }
};

const originOf = (c: Asked, trust: Trust): string => {
  const { host, origin } = new URL(c.req.url);
  return toldByProxy(c, 'x-forwarded-proto', trust) === 'https' ? `https://${host}` : origin;
};

/** Notes where a request comes from, and by which address of ours. */
export const caller = (trust: Trust) =>
  createMiddleware<Env>((c, next) => {
    c.set('address', addressOf(c, trust));
    c.set('origin', originOf(c, trust));
    return next();
  });
