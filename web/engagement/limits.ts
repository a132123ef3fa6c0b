/** Longest dwell an event may claim, as the server's `MAX_DWELL_MS`; its module would bring zod into the page. */
export const MAX_DWELL_MS = 3_600_000;
