import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Browser tests that walk a room or watch a clock: one file at a time. */
const MACHINE_ALONE = ['test/browser/{gallery-*,old-browser,visit,twenty-visits,development}.test.ts'];
/** One worker for each file, after all else: so the runner orders projects of unlike numbers of workers. */
const ONE_BY_ONE = { maxWorkers: 1, isolate: true };
const SHARED_SERVER = ['test/browser/support/shared-server.ts'];

interface ProjectOptions {
  include: string[];
  exclude?: string[];
  testTimeout: number;
  globalSetup?: string[];
  maxWorkers?: number;
  isolate?: boolean;
  sequence?: { groupOrder: number };
}

/** Oldest browsers served: Chromium 103 and Safari 15.4 (see README). */
const BROWSER_FLOOR = ['chrome103', 'safari15.4'];

/** Small modules that several pages share, and the helpers of the build. */
const COMMON = /[\\/]web[\\/](?:engagement|state)[\\/]|@oxc-project|preload-helper/;

/** What pages are made of. */
const EVERY_PAGE = /[\\/]web[\\/]/;

/** `folder/name.ts` for every TypeScript file directly in the folder, by name. */
function entriesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => [file.slice(0, -3), `${folder}/${file}`])
  );
}

const scopes = new Map<string, string>();

/** The class that holds a component's styles to it: short, since it stands in every rule and on every element. */
function scopeOf(file: string, hash: (text: string) => string): string {
  const name = relative(import.meta.dirname, file).replaceAll('\\', '/');
  const scope = `s${hash(name).slice(0, 4)}`;
  const other = scopes.get(scope) ?? name;
  if (other !== name) throw new Error(`${name} and ${other} have the same scope ${scope}: call one of them otherwise.`);
  scopes.set(scope, name);
  return scope;
}

/** Shader pieces of three that `ShaderMaterial` itself puts together. */
const NEEDED_CHUNKS = new Set(['colorspace_pars_fragment', 'tonemapping_pars_fragment']);

/**
 * What the renderer of three brings for headsets and for surroundings mirrored in its own materials: the gallery has
 * neither, and these stand-ins answer what the renderer asks of them in any case.
 */
const STAND_INS: [RegExp, string][] = [
  [
    /^class WebXRManager extends EventDispatcher \{[\s\S]*?^\}/m,
    `class WebXRManager extends EventDispatcher {
  enabled = false;
  isPresenting = false;
  getEnvironmentBlendMode() {}
  setAnimationLoop() {}
  dispose() {}
}`
  ],
  [/^class PMREMGenerator \{[\s\S]*?^\}/m, 'class PMREMGenerator {}']
];

/** What three hangs on its classes for animation and loading, after which no bundler dares to drop them. */
const HUNG_ON_CLASSES = /^(?:\w*KeyframeTrack|PropertyBinding|Loader)\.[\w.]+ = (?:[^;\n{[]+;|[{[]$[^]*?^[}\]];)$/gm;

/**
 * Empties the shader sources of three's own materials, which no bundler can drop as they hang on one object: the gallery
 * draws with its own programs alone, and its page is 20 kB lighter; and puts stand-ins in place of what it never uses,
 * for 6 kB more. Classes of animation and loading, which it does not use either, are let go.
 */
function ownShadersOnly(): Plugin {
  return {
    name: 'own-shaders-only',
    transform(code, id) {
      if (id.endsWith('three.core.js')) {
        if (code.search(HUNG_ON_CLASSES) < 0) throw new Error('This release of three hangs nothing on its classes.');
        return code.replace(HUNG_ON_CLASSES, '');
      }
      if (!id.endsWith('three.module.js')) return null;
      const thinned = code.replace(/^(?:var|const) ([\w$]+) = "(?:[^"\\]|\\.)*";$/gm, (line, name: string) =>
        NEEDED_CHUNKS.has(name) ? line : `const ${name} = "";`
      );
      return STAND_INS.reduce((source, [part, standIn]) => {
        if (!part.test(source)) throw new Error(`This release of three has no ${String(part)} to stand in for.`);
        return source.replace(part, () => standIn);
      }, thinned);
    }
  };
}

/** Takes comments, indents and line ends that GLSL can spare out of the gallery's programs: 1 kB of its page. */
function tightShaders(): Plugin {
  return {
    name: 'tight-shaders',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]gallery[\\/]shaders[\\/]/.test(id)) return null;
      return code
        .replace(/\/\*\*[^]*?\*\//g, '')
        .replace(/(^|\s)\/\/ .*$/gm, '')
        .replace(/\n\s+/g, '\n')
        .replace(/^(?!#|import|const|export).*$/gm, (line) => line.replace(/ ?([=+\-*/<>?:,;{}|&]+) ?/g, '$1'))
        .replace(/^([^#\n].*[;{},])\n(?=[a-z}])(?!import|const|export)/gm, '$1');
    }
  };
}

/** A module of nothing, in place of a style sheet. */
const NO_STYLES = '\0no-styles';

/**
 * Components that are drawn in the browser come to the styles of the house by their context, as they do on the server;
 * the page has those already.
 */
function stylesOfPagesOnce(isInBrowser: boolean): Plugin {
  return {
    name: 'styles-of-pages-once',
    enforce: 'pre',
    resolveId: (source) => (isInBrowser && source.endsWith('/app.css') ? NO_STYLES : null),
    load: (id) => (id === NO_STYLES ? '' : null)
  };
}

/** The gallery's page loads one script and the engine: what it shares with other pages it has a copy of. */
const { gallery: GALLERY_ENTRY, ...PAGE_ENTRIES } = entriesOf('web/entries');

/**
 * One source, four builds, chosen by mode: `client` (what browsers load), `gallery` (the same for the gallery's page,
 * beside it), `pages` (the page renderer, one entry, with the style sheets of all pages) and `server`.
 */
export default defineConfig(({ mode }) => ({
  plugins: [
    svelte({ configFile: false, compilerOptions: { cssHash: ({ hash, filename }) => scopeOf(filename, hash) } }),
    ownShadersOnly(),
    tightShaders(),
    stylesOfPagesOnce(mode === 'client')
  ],
  base: '/assets/',
  publicDir: false as const,
  build:
    mode === 'client' || mode === 'gallery'
      ? {
          outDir: 'dist/client',
          emptyOutDir: mode === 'client',
          assetsDir: '',
          manifest: mode === 'client' ? 'manifest.json' : 'manifest-gallery.json',
          target: BROWSER_FLOOR,
          cssTarget: BROWSER_FLOOR,
          modulePreload: { polyfill: false },
          rolldownOptions: {
            input: mode === 'client' ? PAGE_ENTRIES : { gallery: GALLERY_ENTRY ?? '' },
            // What every page loads comes in one file: each alone is less than the headers that fetch it.
            output: { codeSplitting: { groups: [{ name: 'common', test: COMMON, minShareCount: 2 }] } }
          }
        }
      : mode === 'pages'
        ? {
            outDir: 'dist/pages',
            assetsDir: '',
            ssr: true,
            ssrEmitAssets: true,
            manifest: 'manifest.json',
            cssTarget: BROWSER_FLOOR,
            target: 'node20',
            rolldownOptions: {
              input: { render: 'web/pages/render.ts' },
              // What two pages share is every page's: one style sheet of all, and one of its own each.
              output: { codeSplitting: { groups: [{ name: 'every', test: EVERY_PAGE, minShareCount: 2 }] } }
            }
          }
        : {
            outDir: 'dist/server',
            ssr: true,
            target: 'node20',
            minify: false,
            rolldownOptions: { input: entriesOf('server/entries') }
          },
  test: {
    projects: [
      project('unit', { include: ['test/unit/**/*.test.ts'], testTimeout: 20_000 }),
      project('api', { include: ['test/api/**/*.test.ts'], testTimeout: 60_000 }),
      project('browser', {
        include: ['test/browser/**/*.test.ts'],
        exclude: MACHINE_ALONE,
        testTimeout: 180_000,
        globalSetup: SHARED_SERVER,
        // After the units, so that a page waits for the machine no longer than need be.
        sequence: { groupOrder: 1 }
      }),
      project('gallery', {
        include: MACHINE_ALONE,
        testTimeout: 180_000,
        globalSetup: SHARED_SERVER,
        ...ONE_BY_ONE
      }),
      project('crash', { include: ['test/crash/**/*.test.ts'], testTimeout: 300_000, ...ONE_BY_ONE })
    ]
  }
}));

function project(name: string, own: ProjectOptions) {
  return {
    extends: true as const,
    test: {
      name,
      hookTimeout: 120_000,
      environment: 'node' as const,
      // Files of a worker share the modules they load, which saves a third of the units' time; none may change a module.
      isolate: false,
      // Where a file says that its tests may run beside each other: pages wait more than they work.
      maxConcurrency: 2,
      // Rooms that are walked and processes that are killed want the machine alone; the rest takes all of it.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      ...own
    }
  };
}
