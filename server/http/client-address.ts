import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Address of who asks. Behind proxies each adds the one it saw to `X-Forwarded-For`; only the last `trustedProxies`
 * entries were written by machines of the house, what stands before them anybody may have written.
 * Used for limits and the day's estimate, never stored. Empty when unknown.
 */
export function clientAddress(trustedProxies: number | null): (c: Context) => string {
  return (c) => {
    const socket = socketAddress(c);
    if (!trustedProxies) return socket;
    const forwarded = (c.req.header('x-forwarded-for') ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    return forwarded.at(-trustedProxies) ?? socket;
  };
}

function socketAddress(c: Context): string {
  // Without a socket, as in a test that asks the application itself, there is none.
  if (!(c.env as { incoming?: unknown } | undefined)?.incoming) return '';
  return getConnInfo(c).remote.address ?? '';
}
