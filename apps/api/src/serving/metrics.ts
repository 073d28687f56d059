import { prometheus } from '@hono/prometheus';
import { Hono, type MiddlewareHandler } from 'hono';
import { Registry } from 'prom-client';

/** What is counted of requests, and the page that tells it. */
export type Metrics = {
  /** Counts each request by route, method and status. */
  count: MiddlewareHandler;
  /** Serves `/metrics`; for a listener that the public does not reach. */
  page: Hono;
};

/** Counts requests and what the process uses, for a Prometheus server. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const { printMetrics, registerMetrics } = prometheus({ registry, prefix: 'saubac_', collectDefaultMetrics: true });
  return { count: registerMetrics, page: new Hono().get('/metrics', printMetrics) };
};
