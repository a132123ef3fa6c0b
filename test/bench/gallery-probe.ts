/** One frame in which something was drawn. */
export interface ProbedFrame {
  /** Milliseconds of the page's clock. */
  at: number;
  /** Time its callbacks took on the main thread. */
  jsMs: number;
  draws: number;
  /** Calls of WebGL functions, draws included. */
  calls: number;
  /** Of the canvas that was drawn on. */
  width: number;
  height: number;
}

export interface Probe {
  frames: ProbedFrame[];
  draws: number;
  longTasks: { at: number; ms: number }[];
  /** What the page's own attributes said, and when: `gallery`, `stop`, `loaded`. */
  marks: { at: number; name: string; value: string }[];
  /** Longest time between two frames since `watchFrames`, which asks for one after the other; milliseconds. */
  longestFrameMs: number;
  watchFrames(): void;
  /** When the last texture level was written. */
  uploadedAt: number;
  /** Of all contexts still alive. */
  live(): { textures: number; textureBytes: number; buffers: number };
  /** The most that any one context held at once. */
  peak(): { textureBytes: number; renderbufferBytes: number };
  /** The context that draws the room. */
  context(): WebGL2RenderingContext | undefined;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/**
 * Runs in the page before its own scripts: counts WebGL calls, draws, and what lives in textures and buffers, by
 * wrapping the prototype. The product knows nothing of it.
 */
export function installProbe(): void {
  interface Held {
    textures: Map<WebGLTexture, Map<string, number>>;
    buffers: Set<WebGLBuffer>;
    renderbuffers: Map<WebGLRenderbuffer, number>;
    bound: Map<string, WebGLTexture | null>;
    unit: number;
    renderbuffer: WebGLRenderbuffer | null;
    draws: number;
  }
  // Weakly, so that the probe keeps no context alive that the page has let go.
  const held = new WeakMap<WebGL2RenderingContext, Held>();
  const contexts: WeakRef<WebGL2RenderingContext>[] = [];
  const allHeld = () =>
    contexts.flatMap((reference): [WebGL2RenderingContext, Held][] => {
      const gl = reference.deref();
      const one = gl && held.get(gl);
      return one ? [[gl, one]] : [];
    });
  const heldBy = (gl: WebGL2RenderingContext): Held => {
    let one = held.get(gl);
    if (!one) {
      one = {
        textures: new Map(),
        buffers: new Set(),
        renderbuffers: new Map(),
        bound: new Map(),
        unit: 0,
        renderbuffer: null,
        draws: 0
      };
      held.set(gl, one);
      contexts.push(new WeakRef(gl));
    }
    return one;
  };
  const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0);
  const bytesOfTextures = (one: Held) => sum([...one.textures.values()].map((levels) => sum(levels.values())));

  const frames: ProbedFrame[] = [];
  const longTasks: Probe['longTasks'] = [];
  const marks: Probe['marks'] = [];
  let calls = 0;
  let draws = 0;
  let canvas = { width: 0, height: 0 };
  const probe: Probe = {
    frames,
    longTasks,
    marks,
    longestFrameMs: 0,
    watchFrames() {
      let last = performance.now();
      probe.longestFrameMs = 0;
      const step = (time: number) => {
        probe.longestFrameMs = Math.max(probe.longestFrameMs, time - last);
        last = time;
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    },
    uploadedAt: 0,
    get draws() {
      return draws;
    },
    live() {
      const alive = allHeld()
        .filter(([gl]) => !gl.isContextLost())
        .map(([, one]) => one);
      return {
        textures: sum(alive.map((one) => one.textures.size)),
        textureBytes: sum(alive.map(bytesOfTextures)),
        buffers: sum(alive.map((one) => one.buffers.size))
      };
    },
    peak: () => peak,
    context: () => allHeld().sort(([, a], [, b]) => b.draws - a.draws)[0]?.[0]
  };
  window.probe = probe;

  const BYTES: Record<number, number> = {
    0x8229: 1, // R8
    0x822b: 2, // RG8
    0x8051: 4, // RGB8, stored with a fourth byte
    0x8058: 4, // RGBA8
    0x8c43: 4, // SRGB8_ALPHA8
    0x8c3d: 4, // RGB9_E5
    0x8c3a: 4, // R11F_G11F_B10F
    0x822d: 2, // R16F
    0x822f: 4, // RG16F
    0x881a: 8, // RGBA16F
    0x822e: 4, // R32F
    0x8814: 16, // RGBA32F
    0x81a5: 2, // DEPTH_COMPONENT16
    0x81a6: 4, // DEPTH_COMPONENT24
    0x8cac: 4, // DEPTH_COMPONENT32F
    0x88f0: 4 // DEPTH24_STENCIL8
  };
  const texel = (format: number) => BYTES[format] ?? 4;
  const familyOf = (target: number) => (target >= 0x8515 && target <= 0x851a ? 0x8513 : target);
  const levelsOf = (one: Held, target: number) => {
    const texture = one.bound.get(`${one.unit}:${familyOf(target)}`);
    return texture ? one.textures.get(texture) : undefined;
  };
  const peak = { textureBytes: 0, renderbufferBytes: 0 };
  const stored = (width: number, height: number, depth: number, levels: number, format: number) => {
    let bytes = 0;
    for (let level = 0; level < levels; level += 1)
      bytes += Math.max(1, width >> level) * Math.max(1, height >> level) * depth * texel(format);
    return bytes;
  };

  const at = (args: unknown[], index: number) => Number(args[index] ?? 0);
  const after: Record<string, (one: Held, args: unknown[], result: unknown) => void> = {
    createTexture: (one, _args, texture) => one.textures.set(texture as WebGLTexture, new Map()),
    deleteTexture: (one, [texture]) => one.textures.delete(texture as WebGLTexture),
    createBuffer: (one, _args, buffer) => one.buffers.add(buffer as WebGLBuffer),
    deleteBuffer: (one, [buffer]) => one.buffers.delete(buffer as WebGLBuffer),
    deleteRenderbuffer: (one, [buffer]) => one.renderbuffers.delete(buffer as WebGLRenderbuffer),
    bindRenderbuffer: (one, [, buffer]) => (one.renderbuffer = buffer as WebGLRenderbuffer | null),
    activeTexture: (one, args) => (one.unit = at(args, 0)),
    bindTexture: (one, [target, texture]) => one.bound.set(`${one.unit}:${target}`, texture as WebGLTexture | null),
    texStorage2D: (one, args) =>
      levelsOf(one, at(args, 0))?.set('all', stored(at(args, 3), at(args, 4), 1, at(args, 1), at(args, 2))),
    texStorage3D: (one, args) =>
      levelsOf(one, at(args, 0))?.set('all', stored(at(args, 3), at(args, 4), at(args, 5), at(args, 1), at(args, 2))),
    texImage2D: (one, args) => {
      const source = args[5] as { width: number; height: number } | undefined;
      const [width, height] = args.length > 6 ? [at(args, 3), at(args, 4)] : [source?.width ?? 0, source?.height ?? 0];
      levelsOf(one, at(args, 0))?.set(`${at(args, 0)}/${at(args, 1)}`, stored(width, height, 1, 1, at(args, 2)));
    },
    texImage3D: (one, args) =>
      levelsOf(one, at(args, 0))?.set(
        `${at(args, 0)}/${at(args, 1)}`,
        stored(at(args, 3), at(args, 4), at(args, 5), 1, at(args, 2))
      ),
    generateMipmap: (one, args) => {
      const levels = levelsOf(one, at(args, 0));
      const first = levels?.get(`${at(args, 0)}/0`);
      if (levels && first !== undefined) levels.set('mips', first / 3);
    },
    renderbufferStorage: (one, args) =>
      one.renderbuffer && one.renderbuffers.set(one.renderbuffer, stored(at(args, 2), at(args, 3), 1, 1, at(args, 1))),
    renderbufferStorageMultisample: (one, args) =>
      one.renderbuffer &&
      one.renderbuffers.set(
        one.renderbuffer,
        stored(at(args, 3), at(args, 4), 1, 1, at(args, 2)) * Math.max(1, at(args, 1))
      )
  };

  const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>;
  for (const name of Object.getOwnPropertyNames(WebGL2RenderingContext.prototype)) {
    const original = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    if (name === 'constructor' || typeof original !== 'function') continue;
    const isDraw = /^draw(Arrays|Elements|RangeElements)/.test(name);
    const isUpload = /^(tex|compressedTex)(Sub)?Image/.test(name);
    const isStorage = /^texStorage|^texImage|^generateMipmap/.test(name);
    const isRenderbuffer = /^renderbufferStorage/.test(name);
    const note = after[name];
    prototype[name] = function (this: WebGL2RenderingContext, ...args: unknown[]): unknown {
      calls += 1;
      const result = (original as (...all: unknown[]) => unknown).apply(this, args);
      if (isDraw) {
        draws += 1;
        canvas = this.canvas;
        heldBy(this).draws += 1;
      }
      if (isUpload) probe.uploadedAt = performance.now();
      if (note) {
        const one = heldBy(this);
        note(one, args, result);
        if (isStorage) peak.textureBytes = Math.max(peak.textureBytes, bytesOfTextures(one));
        if (isRenderbuffer) peak.renderbufferBytes = Math.max(peak.renderbufferBytes, sum(one.renderbuffers.values()));
      }
      return result;
    };
  }

  const request = window.requestAnimationFrame.bind(window);
  let frame: ProbedFrame | null = null;
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      const [drawsBefore, callsBefore, start] = [draws, calls, performance.now()];
      callback(time);
      const jsMs = performance.now() - start;
      // Callbacks of one frame share its time.
      if (frame?.at !== time) frame = { at: time, jsMs: 0, draws: 0, calls: 0, width: 0, height: 0 };
      const wasDrawn = frame.draws > 0;
      frame.jsMs += jsMs;
      frame.draws += draws - drawsBefore;
      frame.calls += calls - callsBefore;
      if (frame.draws > 0) Object.assign(frame, { width: canvas.width, height: canvas.height });
      if (!wasDrawn && frame.draws > 0) frames.push(frame);
    });

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });

  const attributes = ['data-gallery', 'data-stop', 'data-loaded'];
  new MutationObserver((changes) => {
    for (const { target, attributeName } of changes) {
      const value = (target as Element).getAttribute(attributeName ?? '') ?? '';
      marks.push({ at: performance.now(), name: attributeName?.slice('data-'.length) ?? '', value });
    }
  }).observe(document, { subtree: true, attributeFilter: attributes });
}
