import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { engagementReply, figures } from '../../../server/contract/engagement';
import { errorBody } from '../../../server/contract/error';
import { type Engagement, type EngagementOptions, openEngagement } from '../../../server/engagement/engagement';
import type { KnownExhibit } from '../../../server/engagement/targets';
import { openLog } from '../../../server/log';
import { engagementRoutes } from '../../../server/routes/engagement';
import { figuresRoutes } from '../../../server/routes/figures';
import { openStaff } from '../../../server/staff/staff';

export const START = Date.parse('2026-10-05T04:00:00Z');
export const HOUR = 3_600_000;
export const STAFF_KEY = 'a-staff-key-for-tests-only';
export const CHROME = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
const PORT: KnownExhibit = {
  targets: new Set(['object:large-dragon', 'section:ford', 'activity:quiz']),
  edition: 'a1b2',
  judges: new Map([['activity:quiz', (option) => ({ option, right: option === 'b' })]])
};
const knownExhibits = (exhibit: string) => (exhibit === 'port' ? PORT : null);

export const iso = (ms: number) => new Date(ms).toISOString();
/** What an answer says went wrong. */
export const failed = async (response: Response) => errorBody.parse(await response.json()).error;
export const reply = async (response: Response | Promise<Response>) =>
  engagementReply.parse(await (await response).json());

/** Engagement and its figures over an exhibit “port”, in an empty folder for each test, at a time and address tests set. */
export interface EngagementTrial {
  folder: string;
  nowMs: number;
  address: string;
  logged: Record<string, unknown>[];
  engagement: Engagement;
  app: ReturnType<typeof engagementRoutes>;
  open(options?: Partial<EngagementOptions>): Promise<void>;
  /** Closes and opens it again over the same folder. */
  reopen(options: Partial<EngagementOptions>): Promise<void>;
  view(change?: Record<string, unknown>): Record<string, unknown>;
  batchOf(events: unknown[], change?: Record<string, unknown>): Record<string, unknown>;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The figures, as staff see them. */
  ask(query?: string): Promise<ReturnType<typeof figures.parse>>;
}

export function useEngagement(): EngagementTrial {
  // The rest is set before each test.
  const trial: EngagementTrial = Object.assign({} as EngagementTrial, {
    async open(options: Partial<EngagementOptions> = {}) {
      const log = openLog((line) => trial.logged.push(JSON.parse(line)));
      trial.engagement = await openEngagement({ dataFolder: trial.folder, log, now: () => trial.nowMs, ...options });
      const { engagement } = trial;
      trial.app = engagementRoutes({ engagement, knownExhibits, addressOf: () => trial.address });
      const staff = openStaff({ staffKey: STAFF_KEY, log, addressOf: () => trial.address, isSecure: false });
      trial.app.route('/', figuresRoutes({ engagement, knownExhibits, staff }));
    },
    async reopen(options: Partial<EngagementOptions>) {
      await trial.engagement.close();
      await trial.open(options);
    },
    view: (change: Record<string, unknown> = {}) => ({
      id: crypto.randomUUID(),
      type: 'view',
      at: iso(trial.nowMs),
      target: 'object:large-dragon',
      durationMs: 5_000,
      ...change
    }),
    batchOf: (events: unknown[], change: Record<string, unknown> = {}) => ({
      v: 1,
      exhibit: 'port',
      visit: crypto.randomUUID(),
      sent: iso(trial.nowMs),
      channel: 'web',
      view: 'story',
      locale: 'zh-Hans',
      events,
      ...change
    }),
    post: async (body: unknown, headers: Record<string, string> = {}) =>
      trial.app.request('/api/engagement', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'User-Agent': CHROME, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body)
      }),
    async ask(query = '') {
      const headers = { Authorization: `Bearer ${STAFF_KEY}` };
      return figures.parse(await (await trial.app.request(`/api/exhibits/port/figures${query}`, { headers })).json());
    }
  } satisfies Partial<EngagementTrial>);
  beforeEach(async () => {
    trial.folder = mkdtempSync(join(tmpdir(), 'lantai-engagement-'));
    trial.nowMs = START;
    trial.address = '203.0.113.77';
    trial.logged = [];
    await trial.open();
  });
  afterEach(async () => {
    await trial.engagement.close();
    rmSync(trial.folder, { recursive: true, force: true });
  });
  return trial;
}
