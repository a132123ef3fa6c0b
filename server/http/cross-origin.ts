import type { MiddlewareHandler } from 'hono';

/**
 * For what other sites' viewers load (IIIF Image API 3.0 §5.1, Presentation API 3.0 §6.2): any page may read it, without
 * cookies, which there are none of.
 */
export const openToOtherSites: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    return new Response(null, {
      status: 204,
      headers: {
        ...OPEN,
        'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
        'Access-Control-Allow-Headers': 'Accept, If-None-Match',
        'Access-Control-Max-Age': '86400'
      }
    });
  }
  await next();
  for (const [name, value] of Object.entries(OPEN)) c.res.headers.set(name, value);
};

const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link',
  'Cross-Origin-Resource-Policy': 'cross-origin'
};
