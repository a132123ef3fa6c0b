import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Environment variables that are not a matter of the person who runs the house but of its tools. */
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  LANTAI_DATA: z.string().min(1).default('./data'),
  LANTAI_EXHIBITS: z.string().min(1).default('./exhibits'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LANTAI_STAFF_KEY: z.string().min(16).optional(),
  LANTAI_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LANTAI_TRUST_PROXY: z.coerce.number().int().min(0).max(10).optional(),
  LANTAI_BACKUPS: z.string().min(1).optional(),
  LANTAI_EVENT_DAYS: z.coerce.number().int().min(30).max(3650).default(180),
  LANTAI_PICTURES_AHEAD: z.enum(['0', '1']).default('1'),
  LANTAI_LOAD_TEST: flag,
  LANTAI_DEV: flag
});

export interface Settings {
  port: number;
  host: string;
  /** Started with `--lan`: for whoever is in the same network as this machine. */
  isLan: boolean;
  dataFolder: string;
  exhibitsFolder: string;
  /** PostgreSQL for engagement; null: a file in the data folder. */
  databaseUrl: string | null;
  backupsFolder: string;
  /** How many days events are kept one by one; figures are kept for good. */
  eventDays: number;
  /** Null: one is made at the first start (`staff-key.ts`). */
  staffKey: string | null;
  /** Without trailing slash; null when unknown. */
  publicUrl: string | null;
  /** How many proxies stand in front; null = the socket’s own address counts. */
  trustedProxies: number | null;
  /** Pictures are made before anybody asks for them. */
  makesAhead: boolean;
  isLoadTest: boolean;
  isDevelopment: boolean;
  version: string;
}

const EXPECTED: Record<string, string> = {
  PORT: 'a whole number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  DATABASE_URL: 'an address such as postgres://lantai@127.0.0.1:5432/lantai',
  LANTAI_STAFF_KEY: 'at least 16 characters',
  LANTAI_PUBLIC_URL: 'an address such as https://exhibits.example.org',
  LANTAI_TRUST_PROXY: 'the number of proxies in front, 0 to 10',
  LANTAI_EVENT_DAYS: 'a whole number of days from 30 to 3650',
  LANTAI_PICTURES_AHEAD: '0 or 1',
  LANTAI_LOAD_TEST: '0 or 1',
  LANTAI_DEV: '0 or 1'
};

/** What is said of values that must not be shown: they hold a key or a password. */
const SECRET: Record<string, string> = { LANTAI_STAFF_KEY: 'too short', DATABASE_URL: 'not understood' };

export type SettingsResult = { ok: true; settings: Settings } | { ok: false; message: string };

/**
 * Settings from the environment and the command line (`--lan`).
 * A wrong value gives one sentence; the caller stops the start with it.
 */
export function readSettings(env: Record<string, string | undefined>, args: string[] = []): SettingsResult {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '');
    const expected = EXPECTED[name] ?? 'another value';
    const found = SECRET[name] ?? `“${env[name] ?? ''}”`;
    return { ok: false, message: `Setting ${name} is ${found}; expected ${expected}.` };
  }
  const unknown = args.find((arg) => arg !== '--lan');
  if (unknown !== undefined) {
    return { ok: false, message: `Option “${unknown}” is not known; npm start takes --lan and nothing else.` };
  }
  const values = parsed.data;
  return {
    ok: true,
    settings: {
      port: values.PORT,
      host: args.includes('--lan') ? '0.0.0.0' : values.HOST,
      isLan: args.includes('--lan'),
      dataFolder: resolve(values.LANTAI_DATA),
      databaseUrl: values.DATABASE_URL ?? null,
      backupsFolder: resolve(values.LANTAI_BACKUPS ?? join(values.LANTAI_DATA, 'backups')),
      eventDays: values.LANTAI_EVENT_DAYS,
      exhibitsFolder: resolve(values.LANTAI_EXHIBITS),
      staffKey: values.LANTAI_STAFF_KEY ?? null,
      publicUrl: values.LANTAI_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      trustedProxies: values.LANTAI_TRUST_PROXY ?? null,
      makesAhead: values.LANTAI_PICTURES_AHEAD === '1',
      isLoadTest: values.LANTAI_LOAD_TEST,
      isDevelopment: values.LANTAI_DEV,
      version: readVersion()
    }
  };
}

function readVersion(): string {
  const text = readFileSync('package.json', 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
