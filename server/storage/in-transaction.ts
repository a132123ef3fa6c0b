import type { Connection } from './driver';

/** Does it whole or not at all; what it throws is thrown again. */
export function inTransaction<T>(connection: Connection, act: () => T): T {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const value = act();
    connection.exec('COMMIT');
    return value;
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

/** The same for what answers later; the connection is its own until then. */
export async function inOwnTransaction<T>(connection: Connection, act: () => Promise<T>): Promise<T> {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const value = await act();
    connection.exec('COMMIT');
    return value;
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

function rollBack(connection: Connection): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself already (a full disk does that); the first error is the one to tell.
  }
}
