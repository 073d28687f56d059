/** Where a request comes from: the network address as the trusted proxy tells it, and what the browser calls itself. */
export type Client = { address: string | null; userAgent: string | null };
