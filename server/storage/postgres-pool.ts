import { Pool, type PoolClient, type PoolConfig, types as pgTypes } from 'pg';
import { listOf } from './driver';
import type { Sql } from './sql';
import { StoreUnavailable } from './store';

/** What Lantai uses of connections to PostgreSQL. */
export interface Postgres extends Sql {
  /**
   * Everything in one transaction, begun again when the server says that it got in another's way (40P01, 40001). `act`
   * must change nothing but through what it is given.
   */
  inTransaction<T>(act: (sql: Sql) => Promise<T>, options?: { isSnapshot?: boolean }): Promise<T>;
  close(): Promise<void>;
}

export interface PostgresOptions {
  url: string;
  /** Connections at most. */
  connections?: number;
  /** A statement may take no longer; 0 for work that takes as long as it takes. Milliseconds. */
  statementMs?: number;
}

const CONNECT_WITHIN_MS = 5_000;
const STATEMENT_MS = 20_000;
const ATTEMPTS = 6;
const SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
/** With a synchronous standby it has the commit too before it is acknowledged. */
const WRITE = 'BEGIN; SET LOCAL synchronous_commit = on';
const BEGUN_AGAIN = new Set(['40P01', '40001']);

/** Whole numbers come as text from `pg`, as they may be larger than JavaScript's; ours are not. */
const NUMBERS = new Set([20, 1700]);
const types: PoolConfig['types'] = {
  getTypeParser: ((oid: number, format: 'text') =>
    NUMBERS.has(oid) ? Number : pgTypes.getTypeParser(oid, format)) as never
};

/** Connects when first asked. Nothing here is remembered by a session, so that a pooler may stand in between. */
export function openPostgres({ url, connections = 8, statementMs = STATEMENT_MS }: PostgresOptions): Postgres {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: statementMs === 0 ? undefined : statementMs,
    application_name: 'lantai',
    allowExitOnIdle: true,
    types
  });
  // An idle connection that breaks is taken out of the pool; the next question opens another.
  pool.on('error', () => {});
  // One that breaks in the middle of a transaction says so to whoever waits; unheard, its event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));

  async function inTransaction<T>(act: (sql: Sql) => Promise<T>, { isSnapshot = false } = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const client = await pool.connect().catch(unreachable);
      let broken: Error | undefined;
      try {
        await client.query(isSnapshot ? SNAPSHOT : WRITE);
        const result = await act(sqlOfClient(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // What did not come back in time may still be running: that connection is not used again.
        if (/timeout/i.test(String(error))) broken = error as Error;
        else await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
        if (!BEGUN_AGAIN.has(codeOf(error)) || attempt === ATTEMPTS) throw error;
        await delay(5 * 2 ** attempt * (0.5 + Math.random()));
      } finally {
        client.release(broken);
      }
    }
  }

  return {
    ...DIALECT,
    rows: async (shape, sql, values = []) => {
      const { rows } = await pool.query(numbered(sql), [...values]);
      return listOf(shape).parse(rows);
    },
    run: async (sql, values = []) => (await pool.query(numbered(sql), [...values])).rowCount ?? 0,
    inTransaction,
    close: () => pool.end()
  };
}

const DIALECT: Pick<Sql, 'hexOf' | 'bytesOfRows' | 'hex8'> = {
  hexOf: (column) => `CAST(${column} AS TEXT)`,
  bytesOfRows: (text) => `decode(string_agg(${text}, ''), 'hex')`,
  hex8: (number) => `lpad(to_hex(${number}), 8, '0')`
};

function sqlOfClient(client: PoolClient): Sql {
  return {
    ...DIALECT,
    async rows(shape, sql, values = []) {
      const { rows } = await client.query(numbered(sql), [...values]);
      return listOf(shape).parse(rows);
    },
    run: async (sql, values = []) => (await client.query(numbered(sql), [...values])).rowCount ?? 0
  };
}

/** `?` as `$1`, `$2`, … */
function numbered(sql: string): string {
  let n = 0;
  return sql.replace(/\?/g, () => `$${++n}`);
}

/** Whether another try may do what this one could not: the server is away, stopping, lets nobody in, or is out of connections or room. */
export function unavailable(error: unknown): StoreUnavailable | null {
  if (error instanceof StoreUnavailable) return error;
  const code = codeOf(error);
  if (code === '53100') return new StoreUnavailable('The disk of the database is full.', 60, { cause: error });
  const isLost =
    /^(08|28|3D|53|57|40|25006|55P03)/.test(code) ||
    /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND|AI_AGAIN)/.test(code) ||
    (error instanceof Error && /terminated|timeout|Connection|not queryable/i.test(error.message));
  return isLost ? new StoreUnavailable('The database cannot be reached.', 5, { cause: error }) : null;
}

/** What whoever starts the server is told when the tables cannot be made or brought up to date. */
export function unusable(error: unknown): Error {
  const reason = innermost(error).replace(/\.$/, '');
  const whatToDo = 'Start it, or set DATABASE_URL to one that this server may use.';
  return new Error(`The database of DATABASE_URL cannot be used: ${reason}. ${whatToDo}`, { cause: error });
}

/** The first cause: it names the address or the user. */
function innermost(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? innermost(error.cause) : error.message;
}

function unreachable(error: unknown): never {
  throw unavailable(error) ?? error;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
