/** Where engagement is kept. */
export interface StorePlace {
  /** PostgreSQL; null: the file in the data folder. */
  databaseUrl: string | null;
  dataFolder: string;
}

/** Name of the SQLite store's file in the data folder. */
export const ENGAGEMENT_FILE = 'engagement.db';
