/** Where engagement is kept. */
export interface StorePlace {
  /** PostgreSQL; null: the file in the data folder. */
  databaseUrl: string | null;
  dataFolder: string;
}

/** Name of the SQLite store's file in the data folder. */
export const ENGAGEMENT_FILE = 'engagement.db';

/** Name of the lessons' file beside it; in no backup, since what is in it is to be gone after days. */
export const LESSONS_FILE = 'lessons.db';
