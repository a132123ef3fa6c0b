import type { LitRoom } from './light/lit-room';
import type { BakedRoom } from './light/lumels';
import type { LightForm } from './quality';
import type { Theme } from './themes';

/** What the page asks the light worker. */
export type BakeRequest = { kind: 'theme'; theme: Theme; light: LightForm } | { kind: 'room'; room: LitRoom };

/** What it answers. */
export type BakeReply = { kind: 'detail'; texels: Uint8Array } | { kind: 'baked'; room: BakedRoom };
