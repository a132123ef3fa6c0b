import type { DataArrayTexture, WebGLRenderer } from 'three';
import { uploadPiece } from './array-textures';
import type { Piece } from './mip-strip';

/** A turn uploads until one of these is used up; between two turns the page may draw and hear its visitor. */
const MOST_TEXELS = 512 * 512;
const MOST_PIECES = 64;
const MOST_MS = 12;
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

  constructor(private readonly renderer: WebGLRenderer) {}

  /** `done` is called once all pieces are there. What it returns calls the upload off. */
  add(target: DataArrayTexture, layer: number, pieces: Piece[], done: () => void): () => void {
    const task: Task = { target, layer, pieces, next: 0, done };
    this.#tasks.push(task);
    this.#turn ??= setTimeout(this.#step, 0);
    return () => {
      this.#tasks = this.#tasks.filter((one) => one !== task);
      closePieces(task.pieces);
    };
  }

  dispose(): void {
    if (this.#turn !== null) clearTimeout(this.#turn);
    for (const { pieces } of this.#tasks) closePieces(pieces);
    this.#tasks = [];
  }

  readonly #step = (): void => {
    this.#turn = null;
    const start = performance.now();
    let texels = 0;
    for (let count = 0; count < MOST_PIECES && texels < MOST_TEXELS && performance.now() - start < MOST_MS; count++) {
      const [task] = this.#tasks;
      if (!task) break;
      const piece = task.pieces[task.next++];
      if (piece) {
        uploadPiece(this.renderer, task.target, task.layer, piece);
        texels += piece.image.width * piece.image.height;
      }
      if (task.next < task.pieces.length) continue;
      this.#tasks.shift();
      closePieces(task.pieces);
      task.done();
    }
    if (this.#tasks.length > 0) this.#turn ??= setTimeout(this.#step, TURN_MS);
  };
}

/** Gives back the memory of pieces that are uploaded or not wanted any more. */
export function closePieces(pieces: readonly Piece[]): void {
  for (const { image } of pieces) {
    if ('close' in image) image.close();
    // Safari counts the texels of canvases that nobody holds any more.
    else image.width = image.height = 0;
  }
}
