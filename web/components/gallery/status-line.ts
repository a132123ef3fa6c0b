import type { GalleryPageData } from './page-data';
import { loadingWords } from './phrases';

/** The line that says where one is and what happens: read aloud, so each thing is said once. */
export class StatusLine {
  #room: string;
  /** Room of the last words said, so that a new room is named once. */
  #toldRoom: string;
  /** True while the first room's works are still being hung. */
  #isHanging = false;

  constructor(
    private readonly stage: HTMLElement,
    private readonly data: GalleryPageData,
    room: string
  ) {
    this.#room = this.#toldRoom = room;
  }

  say(words: string): void {
    const status = this.stage.querySelector('[data-status]');
    if (status && status.textContent !== words) status.textContent = words;
  }

  /** A stop's words, with the room before them where that is new. */
  sayStop(words: string): void {
    const isNew = this.#toldRoom !== this.#room;
    this.#toldRoom = this.#room;
    this.say([isNew ? this.#nameOf(this.#room) : '', words].filter(Boolean).join(' · '));
  }

  /** In a room, which the top line names; of what is still to be hung in another nothing more is said. */
  enter(room: string): void {
    if (room !== this.#room) this.#isHanging = false;
    this.#room = room;
    const name = this.stage.ownerDocument.querySelector('[data-room-name]');
    if (name) name.textContent = this.#nameOf(room);
  }

  /** How many works hang in a room that opens; true when the last one hangs. Later pictures come without a word. */
  sayLoaded(loaded: number, total: number, isOpening: boolean): boolean {
    const wasHanging = this.#isHanging;
    this.#isHanging = loaded < total && (wasHanging || isOpening);
    if (this.#isHanging) this.say(loadingWords(this.data, this.#room, loaded, total));
    return wasHanging && !this.#isHanging;
  }

  #nameOf(room: string): string {
    return this.data.rooms[room]?.name ?? '';
  }
}
