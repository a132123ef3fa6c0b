import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import program from './render-program.mjs?raw';

export type PictureFormat = 'webp' | 'avif';

/** What a renderer process can be asked for. */
export type RenderJob =
  | { kind: 'svg'; svg: string; fontFiles: string[]; widthPx: number; maxHeightPx: number; format: PictureFormat }
  | { kind: 'sheet'; pictures: Uint8Array[]; columns: number; cellPx: number }
  | { kind: 'raster'; file: string; widthPx: number; maxPixels: number; format: PictureFormat }
  | { kind: 'master'; from: MasterSource }
  | {
      kind: 'cut';
      /** The master. */
      file: string;
      levels: { width: number; height: number }[];
      maxPixels: number;
      /** Canonical parts of an IIIF image request, and the size of the answer. */
      region: string;
      widthPx: number;
      heightPx: number;
      rotation: string;
      quality: string;
      format: string;
    }
  | {
      kind: 'card';
      svg: string;
      fontFiles: string[];
      width: number;
      height: number;
      /** WebP, scaled to fill the box. */
      picture: Uint8Array;
      box: { left: number; top: number; width: number; height: number };
    }
  | { kind: 'outline'; svg: string; fontFiles: string[] }
  | { kind: 'chart'; spec: object; advances: Record<'regular' | 'bold', Record<string, number>> };

/** What a master is made from: a drawing, or a file with pixels. */
export type MasterSource =
  | { svg: string; fontFiles: string[]; widthPx: number; heightPx: number; maxHeightPx: number }
  | { file: string; maxPixels: number };

export interface RenderedBytes {
  bytes: Uint8Array;
}

/** In the format asked for, a sheet in WebP. */
export interface RenderedPicture extends RenderedBytes {
  widthPx: number;
  heightPx: number;
  /** Average colour over paper, `#rrggbb`. */
  colour: string;
  /** Size of the source, for rasters. */
  natural?: { widthPx: number; heightPx: number };
}

interface Results {
  svg: RenderedPicture;
  raster: RenderedPicture;
  sheet: RenderedPicture;
  master: RenderedBytes;
  cut: RenderedBytes;
  card: RenderedBytes;
  outline: { svg: string };
  chart: { svg: string; warnings: string[] };
}
/** `isBusy`: nothing is wrong with the picture, there are too many waiting before it. */
export type RenderOutcome<Result> = { ok: true; result: Result } | { ok: false; message: string; isBusy?: true };

/**
 * What pages wait for goes first, then tiles, of which one visitor asks for dozens, then what a start needs, then what is
 * made ahead.
 */
export type RenderPriority = 'visitor' | 'tile' | 'start' | 'ahead';

export interface Renderer {
  /** Never refuses: a picture that cannot be made, or not in time, is an outcome with a sentence. */
  render<Kind extends RenderJob['kind']>(
    job: Extract<RenderJob, { kind: Kind }>,
    priority: RenderPriority
  ): Promise<RenderOutcome<Results[Kind]>>;
  /** Ends the processes; what still waits is answered with a failure. */
  close(): void;
}

interface Waiting {
  job: RenderJob;
  priority: RenderPriority;
  settle: (outcome: RenderOutcome<never>) => void;
}

const ORDER: RenderPriority[] = ['visitor', 'tile', 'start', 'ahead'];
/** Some seconds of work: more would be answered when nobody waits for it any longer. */
const MOST_WAITING_TILES = 256;
const require = createRequire(import.meta.url);
/** The folder whose `node_modules` the program finds its packages in. */
const PACKAGE_ROOT = require.resolve('@resvg/resvg-js').split(/[\\/]node_modules[\\/]/)[0] as string;

/**
 * Pictures are decoded and charts computed in processes of their own: native code cannot be stopped inside ours, and a
 * picture made to hang or crash it must end only its own process. `processes` work at once; an idle one is let go.
 */
export function openRenderer({ processes = 2, timeLimitMs = 60_000, idleMs = 20_000 } = {}): Renderer {
  const waiting: Waiting[] = [];
  const workers = Array.from({ length: processes }, () => createWorker({ timeLimitMs, idleMs }));
  let isClosed = false;

  const next = () => {
    const worker = workers.find((candidate) => !candidate.isBusy());
    // Work ahead of need leaves one process free, so that a visitor never waits behind it.
    const free = workers.filter((candidate) => !candidate.isBusy()).length;
    const allowed = free > 1 || processes === 1 ? ORDER : ORDER.filter((priority) => priority !== 'ahead');
    const first = allowed
      .map((priority) => waiting.findIndex((entry) => entry.priority === priority))
      .find((index) => index >= 0);
    if (!worker || first === undefined) return;
    const [entry] = waiting.splice(first, 1) as [Waiting];
    void worker.run(entry.job).then((outcome) => {
      entry.settle(outcome as RenderOutcome<never>);
      next();
    });
    next();
  };

  return {
    render(job, priority) {
      if (isClosed) return Promise.resolve({ ok: false, message: 'The media service is closed.' });
      if (priority === 'tile' && waiting.filter((entry) => entry.priority === 'tile').length >= MOST_WAITING_TILES)
        return Promise.resolve({ ok: false, message: 'Too many tiles are waited for.', isBusy: true });
      return new Promise((settle) => {
        waiting.push({ job, priority, settle });
        next();
      });
    },
    close() {
      isClosed = true;
      for (const { settle } of waiting.splice(0)) settle({ ok: false, message: 'The media service is closed.' });
      workers.forEach((worker) => worker.stop());
    }
  };
}

/** One process, started when first needed, ended when idle, late or broken, and started again when needed again. */
function createWorker({ timeLimitMs, idleMs }: { timeLimitMs: number; idleMs: number }) {
  let child: ChildProcess | null = null;
  let busy = false;
  let idleTimer: NodeJS.Timeout | undefined;
  let jobs = 0;

  const stop = () => {
    clearTimeout(idleTimer);
    child?.kill('SIGKILL');
    child = null;
  };

  const run = (job: RenderJob): Promise<RenderOutcome<unknown>> => {
    busy = true;
    clearTimeout(idleTimer);
    const running = (child ??= startProcess());
    const id = ++jobs;
    holdOpen(running, true);
    return new Promise<RenderOutcome<unknown>>((resolve) => {
      const finish = (outcome: RenderOutcome<unknown>, keep: boolean) => {
        clearTimeout(timer);
        running.off('message', onMessage).off('exit', onExit).off('error', onExit);
        busy = false;
        if (keep) {
          holdOpen(running, false);
          idleTimer = setTimeout(stop, idleMs).unref();
        } else if (child === running) stop();
        resolve(outcome);
      };
      const onMessage = (answer: unknown) => {
        const { id: answered, ...outcome } = answer as { id: number } & RenderOutcome<unknown>;
        if (answered === id) finish(outcome as RenderOutcome<unknown>, true);
      };
      const onExit = () => finish({ ok: false, message: 'The picture broke the program that decodes it.' }, false);
      const timer = setTimeout(
        () => finish({ ok: false, message: `The picture took longer than ${timeLimitMs / 1000} seconds.` }, false),
        timeLimitMs
      );
      running.on('message', onMessage).on('exit', onExit).on('error', onExit);
      running.send({ id, ...job }, (error) => error && onExit());
    });
  };
  return { run, stop, isBusy: () => busy };
}

function startProcess(): ChildProcess {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=512', '--input-type=module', '--eval', program as string],
    {
      cwd: PACKAGE_ROOT,
      // No secrets of the server in the environment of what reads foreign files.
      env: {
        LANTAI_RENDERER_BASE: join(PACKAGE_ROOT, 'renderer.js'),
        PATH: process.env.PATH,
        // Windows starts no program without it.
        SystemRoot: process.env.SystemRoot
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced'
    }
  );
  // A process that dies between jobs is noticed by the next one.
  child.on('error', () => undefined);
  holdOpen(child, false);
  return child;
}

/** A working renderer keeps the program alive, an idle one does not. */
function holdOpen(child: ChildProcess, isHeld: boolean): void {
  if (isHeld) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
