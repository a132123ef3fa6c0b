import { join } from 'node:path';
import type { Keeping } from './keeping';
import { ENGAGEMENT_FILE, type StorePlace } from './place';
import { openPostgresKeeping } from './postgres-keeping';
import { openSqliteKeeping } from './sqlite-keeping';

/** Opens the store for long work. Rejects with a sentence when it cannot. */
export function openKeeping({ databaseUrl, dataFolder }: StorePlace): Promise<Keeping> {
  if (databaseUrl !== null) return openPostgresKeeping(databaseUrl);
  return openSqliteKeeping(join(dataFolder, ENGAGEMENT_FILE));
}
