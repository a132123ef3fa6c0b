import type { MiddlewareHandler } from 'hono';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Leads pages that were opened as `localhost` to this machine's address in the network, whose codes others then can scan.
 * What stands after `#` goes with it. `addresses`: asked each time, since a notebook changes its network.
 */
export function lanRedirect(addresses: () => readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const url = new URL(c.req.url);
    const [address] = LOOPBACK.test(url.hostname) ? addresses() : [];
    if (address === undefined) return next();
    url.hostname = address;
    return c.redirect(url.href, 307);
  };
}
