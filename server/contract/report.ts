/** The public report over a month or a quarter. Counts under five are null: “fewer than five”. */
export interface ReportData {
  /** `2026-10` or `2026-Q4`, and all there are, newest first. */
  period: string;
  periods: string[];
  /** ISO days, inclusive; `to` is today where the period goes on. */
  from: string;
  to: string;
  isOver: boolean;
  visits: number | null;
  /** Time that works were looked at, whole minutes; null with fewer than five visits. */
  minutes: number | null;
  /** Classes that were held; null with one to four. */
  classes: number | null;
  /** Works by median look, five at most. */
  longest: { exhibit: string; target: string; title: Record<string, string>; medianMs: number }[];
  /** Works by the visits that looked at them, five at most, none with fewer than five visits. */
  mostSeen: { exhibit: string; target: string; title: Record<string, string>; visits: number }[];
  /** Visits that opened a story, and those that reached its last section. */
  opened: number | null;
  finished: number | null;
  exhibits: { id: string; title: Record<string, string>; visits: number | null }[];
  /** What visitors pointed out, as the house tells it; null where it tells nothing. */
  corrections: {
    asOf: string;
    received: number;
    changed: number;
    checking: number;
    declined: number;
    address: string | null;
  } | null;
}
