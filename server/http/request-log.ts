import type { MiddlewareHandler } from 'hono';
import type { Log } from '../log';

/**
 * One line a request that is no file of a page. No address, no user agent, no query (a search is the visitor's own):
 * what identifies is not received.
 */
export function requestLog(log: Log, now = () => performance.now()): MiddlewareHandler {
  return async (c, next) => {
    const start = now();
    await next();
    const isFile = /^\/(assets|fonts|media|iiif\/image)\//.test(c.req.path);
    if (isFile && c.res.status < 400) return;
    log(c.res.status >= 500 ? 'error' : 'info', 'request', {
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round((now() - start) * 10) / 10
    });
  };
}
