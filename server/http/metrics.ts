import type { MiddlewareHandler } from 'hono';
import type { IngestResult } from '../engagement/ingest';

/** Upper ends of the bins of how long an answer took, in seconds. */
const BINS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

/** What was asked for, in few words: never an address, a title or a query, so that the numbers say nothing of anybody. */
type Kind = 'page' | 'api' | 'engagement' | 'file' | 'media';

interface Answers {
  byStatus: Map<string, number>;
  bins: number[];
  count: number;
  seconds: number;
}

export interface Gauge {
  name: string;
  help: string;
  value: number;
}

/** Counts since the process began, in the text form that Prometheus reads. */
export interface Metrics {
  /** Counts and times every answer. */
  middleware: MiddlewareHandler;
  /** Counts what became of a batch of events. */
  countIngest(result: IngestResult): void;
  text(gauges: readonly Gauge[]): string;
}

export function openMetrics(clock = () => performance.now()): Metrics {
  const answers = new Map<Kind, Answers>();
  const events = new Map<string, number>();

  const answersOf = (kind: Kind) => {
    const known = answers.get(kind) ?? { byStatus: new Map(), bins: BINS_S.map(() => 0), count: 0, seconds: 0 };
    answers.set(kind, known);
    return known;
  };
  const add = (counts: Map<string, number>, key: string, n: number) => counts.set(key, (counts.get(key) ?? 0) + n);

  return {
    async middleware(c, next) {
      const start = clock();
      await next();
      const seconds = (clock() - start) / 1000;
      const sums = answersOf(kindOf(c.req.path));
      add(sums.byStatus, String(c.res.status), 1);
      sums.count++;
      sums.seconds += seconds;
      const bin = BINS_S.findIndex((end) => seconds <= end);
      if (bin >= 0) sums.bins[bin] = (sums.bins[bin] ?? 0) + 1;
    },

    countIngest(result) {
      if (result.kind !== 'taken') return add(events, `batch-${result.kind}`, 1);
      add(events, 'accepted', result.reply.accepted);
      add(events, 'duplicate', result.reply.duplicates);
      add(events, 'rejected', result.reply.rejected.length);
      if (result.reply.counted === 'bot') add(events, 'batch-bot', 1);
    },

    text: (gauges) =>
      [
        ...requestLines(answers),
        '# HELP lantai_engagement_total Events by what became of them; batch-… are whole batches that were not taken.',
        '# TYPE lantai_engagement_total counter',
        ...[...events].map(([result, n]) => `lantai_engagement_total{result="${result}"} ${n}`),
        ...gauges.flatMap(({ name, help, value }) => [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}`,
          `${name} ${value}`
        ])
      ].join('\n') + '\n'
  };
}

function kindOf(path: string): Kind {
  if (path === '/api/engagement') return 'engagement';
  if (/^\/(media|iiif\/image)(\/|$)/.test(path)) return 'media';
  if (/^\/(assets|fonts)(\/|$)/.test(path)) return 'file';
  return /^\/(api|iiif|metrics)(\/|$)/.test(path) ? 'api' : 'page';
}

function requestLines(answers: ReadonlyMap<Kind, Answers>): string[] {
  const lines = [
    '# HELP lantai_requests_total Answers by kind of address and status.',
    '# TYPE lantai_requests_total counter'
  ];
  for (const [kind, { byStatus }] of answers) {
    for (const [status, n] of byStatus) lines.push(`lantai_requests_total{kind="${kind}",status="${status}"} ${n}`);
  }
  lines.push('# HELP lantai_request_seconds How long answers took.', '# TYPE lantai_request_seconds histogram');
  for (const [kind, { bins, count, seconds }] of answers) {
    let below = 0;
    for (const [bin, end] of BINS_S.entries()) {
      below += bins[bin] ?? 0;
      lines.push(`lantai_request_seconds_bucket{kind="${kind}",le="${end}"} ${below}`);
    }
    lines.push(
      `lantai_request_seconds_bucket{kind="${kind}",le="+Inf"} ${count}`,
      `lantai_request_seconds_sum{kind="${kind}"} ${seconds}`,
      `lantai_request_seconds_count{kind="${kind}"} ${count}`
    );
  }
  return lines;
}
