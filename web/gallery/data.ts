import type { Plan } from '../../exhibits/plan/plan';

/** What the engine knows of a work, in the visitor's language. */
export interface GalleryWork {
  title: string;
  /** Title in the other language, for the label's second line; empty when there is none. */
  otherTitle: string;
  dateLine: string;
  label: string;
  natureLine: string;
  picture: { colour: string; aspect: number; derivatives: { url: string; widthPx: number }[] };
  modelUrl: string | null;
}

/** Text of a room's title wall. `title` is set large; `text` is in the visitor's language. */
export interface GalleryRoom {
  title: string;
  otherTitle: string;
  text: string;
  /** 第四室, Room 4. */
  ordinal: string;
  /** Thumbnails of its first `count` works in the order of the plan, `columns` side by side; null when there are none. */
  sheet: { url: string; columns: number; count: number } | null;
}

/** All the engine is given; plain data from the page. */
export interface GalleryData {
  plan: Plan;
  works: Record<string, GalleryWork>;
  rooms: Record<string, GalleryRoom>;
  words: {
    /** Said on the label of a work whose picture cannot be had. */
    missing: string;
  };
}

/** Where the visitor's eye is: metres, radians; `plan.ts` says how they count. */
export interface Pose {
  xM: number;
  zM: number;
  yawRad: number;
}
