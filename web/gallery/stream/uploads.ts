import type { DataArrayTexture, WebGLRenderer } from 'three';
import { uploadPiece } from './array-textures';
import type { Piece } from './mip-strip';

/** A turn uploads until one of these is used up; between two turns the page may draw and hear its visitor. */
const MOST_TEXELS = 512 * 512;
const MOST_MS = 4;
const TURN_MS = 8;

interface Task {
  target: DataArrayTexture;
  layer: number;
  pieces: Piece[];
  next: number;
  done: () => void;
}

/** Puts pieces into textures, a few a turn, in the order they were given. */
export class Uploads {
  #tasks: Task[] = [];
  #turn: ReturnType<typeof setTimeout> | null = null;
  #isHeld = false;

  constructor(private readonly renderer: WebGLRenderer) {}

  /** `done` is called once all pieces are there. What it returns calls the upload off. */
  add(target: DataArrayTexture, layer: number, pieces: Piece[], done: () => void): () => void {
    const task: Task = { target, layer, pieces, next: 0, done };
    this.#tasks.push(task);
    this.#schedule(0);
    return () => {
      this.#tasks = this.#tasks.filter((one) => one !== task);
    };
  }

  /** Keeps what is given until there is a context to give it to. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#schedule(0);
  }

  dispose(): void {
    this.hold(true);
    this.#tasks = [];
  }

  #schedule(ms: number): void {
    if (this.#isHeld || this.#tasks.length === 0) {
      if (this.#turn !== null) clearTimeout(this.#turn);
      this.#turn = null;
    } else this.#turn ??= setTimeout(this.#step, ms);
  }

  readonly #step = (): void => {
    this.#turn = null;
    const start = performance.now();
    let texels = 0;
    for (let task = this.#tasks[0]; task; task = this.#tasks[0]) {
      const piece = task.pieces[task.next];
      // Never more than the first, which may be as large as a turn.
      if (texels > 0 && piece && texels + piece.width * piece.rows > MOST_TEXELS) break;
      if (texels > 0 && performance.now() - start > MOST_MS) break;
      if (piece) {
        uploadPiece(this.renderer, task.target, task.layer, piece);
        texels += piece.width * piece.rows;
      }
      if (++task.next < task.pieces.length) continue;
      this.#tasks.shift();
      task.done();
    }
    this.#schedule(TURN_MS);
  };
}
