import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { MAX_BATCH_BYTES, engagementBatch, engagementReply } from '../contract/engagement';
import { errorBody } from '../contract/error';
import type { Engagement } from '../engagement/engagement';
import type { IngestResult, KnownExhibits } from '../engagement/ingest';
import { failure } from '../http/errors';

export interface EngagementRouteDeps {
  engagement: Engagement;
  knownExhibits: KnownExhibits;
  /** Address of who asks, proxies taken into account; empty when unknown. */
  addressOf: (c: Context) => string;
  /** Told what became of every batch. */
  onResult?: (result: IngestResult) => void;
}

const ADDRESS = '/api/engagement';

/**
 * `POST /api/engagement`: 202 once the events are on the disk. Beacons may only send text/plain, so the body is read
 * by hand whatever its type.
 */
export function engagementRoutes({ engagement, knownExhibits, addressOf, onResult }: EngagementRouteDeps): OpenAPIHono {
  const app = new OpenAPIHono();
  describe(app);

  app.post(ADDRESS, async (c) => {
    if (!isAccepted(c.req.header('content-type'))) {
      return failure(c, 'unsupported-media-type', 'Expected application/json, or text/plain from a beacon.');
    }
    const body = await readBody(c).catch(() => undefined);
    if (body === undefined) return failure(c, 'invalid-request', 'The body broke off.');
    if (body === null) {
      return failure(c, 'body-too-large', `The body is larger than ${MAX_BATCH_BYTES} bytes; send smaller batches.`);
    }
    const delivery = { body, address: addressOf(c), userAgent: c.req.header('user-agent') ?? '' };
    const result = await engagement.ingest(delivery, knownExhibits);
    onResult?.(result);
    switch (result.kind) {
      case 'taken':
        return c.json(result.reply, 202, { 'Cache-Control': 'no-store' });
      case 'invalid':
        return failure(c, 'invalid-request', result.message, result.details);
      case 'no-exhibit':
        return failure(c, 'not-found', `There is no exhibit “${result.exhibit}”.`);
      case 'too-many':
        return failure(c, 'too-many-requests', 'Too many requests; send again later.', undefined, {
          'Retry-After': String(result.retryAfterS)
        });
      case 'unavailable':
        return failure(c, 'unavailable', `${result.message} Send again later.`, undefined, {
          'Retry-After': String(result.retryAfterS)
        });
    }
  });

  app.all(ADDRESS, (c) =>
    failure(c, 'method-not-allowed', `${c.req.method} is not possible here; send batches with POST.`, undefined, {
      Allow: 'POST'
    })
  );
  return app;
}

function isAccepted(contentType: string | undefined): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === '' || type === 'application/json' || type === 'text/plain';
}

/** Null as soon as it is certain that the body is too large, without reading the rest. */
async function readBody(c: Context): Promise<string | null> {
  const declared = c.req.header('content-length');
  // The HTTP parser holds a sender to the length it declared.
  if (declared !== undefined && c.req.header('transfer-encoding') === undefined) {
    if (Number(declared) > MAX_BATCH_BYTES) return null;
    const text = await c.req.text();
    return Buffer.byteLength(text) > MAX_BATCH_BYTES ? null : text;
  }
  const reader = c.req.raw.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    sizeBytes += value.length;
    if (sizeBytes > MAX_BATCH_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

function describe(app: OpenAPIHono): void {
  const error = (description: string) => ({ description, content: { 'application/json': { schema: errorBody } } });
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: ADDRESS,
    summary: 'Take in a batch of engagement events',
    description:
      'Each event is judged alone; rejected ones are listed. Answered when the events are on the disk. Sending the same event again is safe.',
    request: {
      body: {
        required: true,
        content: { 'application/json': { schema: engagementBatch }, 'text/plain': { schema: engagementBatch } }
      }
    },
    responses: {
      202: { description: 'Taken', content: { 'application/json': { schema: engagementReply } } },
      400: error('The body is no batch'),
      404: error('No such exhibit'),
      405: error('Only POST'),
      413: error('The body is too large'),
      415: error('Neither JSON nor text'),
      429: error('Too many requests; see Retry-After'),
      503: error('Not now; see Retry-After')
    }
  });
}
